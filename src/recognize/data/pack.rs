//! Word lists → the planes that `unpack` reads. Only build.rs and the tests compile this file.
//!
//! The rows of a list are told value by value, the value being all columns behind the phrase: it is written once, behind it all
//! its phrases, each without the letters that it shares with the one before. Equal things lie together, which is what a
//! compressor likes: the planes take a third less to download than the rows as text.
//!
//! ```text
//! alphabet   code points as distances, low bytes then high bytes; roughly by falling use
//! values     words: the values of the lists, those of many phrases first
//! firsts     numbers: first letters of the phrases of a value, as distances from the one before
//! tails      words: what follows in each phrase; the mark is one more than what the next phrase shares, 0 behind the last
//! lists      how many values each list has
//! ```
//!
//! A letter is its place in the alphabet, and a word is letters, [`MARKS`] higher, and a mark below that.
//! A number is a byte below [`LONG`], or two: 240 … 255 and the low byte of what is more.

use std::collections::{BTreeMap, BTreeSet};

/// From here on a number takes two bytes.
const LONG: usize = 240;

/// Numbers below this close words.
const MARKS: usize = 16;

/// The planes.
#[derive(Default)]
pub(crate) struct Planes {
    pub(crate) alphabet: Vec<u8>,
    pub(crate) values: Vec<u8>,
    pub(crate) firsts: Vec<u8>,
    pub(crate) tails: Vec<u8>,
    pub(crate) lists: Vec<u16>,
}

/// A value and its phrases.
type Group<'r> = (&'r str, BTreeSet<&'r str>);

/// Packs lists of rows like `phrase⇥column⇥column`, each closed by a line feed.
pub(crate) fn pack(lists: &[String]) -> Result<Planes, String> {
    let lists: Vec<Vec<Group<'_>>> = lists.iter().map(|rows| groups(rows)).collect();
    let letters = letters(&lists);
    let mut writer =
        Writer { planes: Planes::default(), places: letters.iter().copied().zip(0..).collect() };
    writer.alphabet(&letters)?;
    for groups in &lists {
        writer.planes.lists.push(u16::try_from(groups.len()).map_err(|error| error.to_string())?);
        for group in groups {
            writer.group(group)?;
        }
    }
    Ok(writer.planes)
}

/// The values of a list with their phrases, those of many first; values of equally many keep their order.
fn groups(rows: &str) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for row in rows.lines() {
        let (phrase, value) = row.split_once('\t').unwrap_or((row, ""));
        match groups.iter_mut().find(|(known, _)| *known == value) {
            Some((_, phrases)) => drop(phrases.insert(phrase)),
            None => groups.push((value, BTreeSet::from([phrase]))),
        }
    }
    groups.sort_by_key(|(_, phrases)| std::cmp::Reverse(phrases.len()));
    groups
}

/// All characters of phrases and values, by falling use in steps of four, each step by code point: the order makes numbers
/// small, the steps shorten the alphabet.
fn letters(lists: &[Vec<Group<'_>>]) -> Vec<char> {
    let mut uses: BTreeMap<char, u32> = BTreeMap::new();
    for (value, phrases) in lists.iter().flatten() {
        let words = phrases.iter().flat_map(|phrase| phrase.chars());
        for letter in value.chars().chain(words) {
            *uses.entry(letter).or_default() += 1;
        }
    }
    let mut letters: Vec<char> = uses.keys().copied().collect();
    letters.sort_by_key(|c| std::cmp::Reverse(uses.get(c).map_or(0, |uses| (uses + 1).ilog(4))));
    letters
}

struct Writer {
    planes: Planes,
    places: BTreeMap<char, usize>,
}

impl Writer {
    fn alphabet(&mut self, letters: &[char]) -> Result<(), String> {
        let (mut last, mut high) = (0_u16, Vec::new());
        for letter in letters {
            let unit = u16::try_from(u32::from(*letter))
                .map_err(|_| format!("{letter} lies beyond the Basic Multilingual Plane"))?;
            let [low, far] = unit.wrapping_sub(last).to_le_bytes();
            self.planes.alphabet.push(low);
            high.push(far);
            last = unit;
        }
        self.planes.alphabet.append(&mut high);
        Ok(())
    }

    fn places(&self, word: &str) -> Vec<usize> {
        word.chars().filter_map(|letter| self.places.get(&letter).copied()).collect()
    }

    fn group(&mut self, (value, phrases): &Group<'_>) -> Result<(), String> {
        let value = self.places(value);
        write_word(&mut self.planes.values, &value, 0)?;
        let mut phrases: Vec<Vec<usize>> = phrases.iter().map(|p| self.places(p)).collect();
        phrases.sort_unstable();
        let (mut shared, mut lowest) = (0, 0);
        for (at, phrase) in phrases.iter().enumerate() {
            let next = phrases.get(at + 1).map(|next| common(phrase, next));
            let mut tail = phrase.get(shared..).unwrap_or_default();
            if let (0, [first, behind @ ..]) = (shared, tail) {
                write(&mut self.planes.firsts, first - lowest)?;
                (lowest, tail) = (first + 1, behind);
            }
            write_word(&mut self.planes.tails, tail, next.map_or(0, |shared| shared + 1))?;
            shared = next.unwrap_or_default();
        }
        Ok(())
    }
}

/// How many letters two phrases begin with alike, as far as a mark can say.
fn common(phrase: &[usize], next: &[usize]) -> usize {
    phrase.iter().zip(next).take_while(|(one, other)| one == other).count().min(MARKS - 2)
}

fn write_word(plane: &mut Vec<u8>, letters: &[usize], mark: usize) -> Result<(), String> {
    letters.iter().try_for_each(|letter| write(plane, letter + MARKS))?;
    write(plane, mark)
}

fn write(plane: &mut Vec<u8>, number: usize) -> Result<(), String> {
    if number < LONG {
        plane.push(number as u8);
        return Ok(());
    }
    let [low, high, ..] = (number - LONG).to_le_bytes();
    if number - LONG > 0xFFF {
        return Err(format!("{number} is too large for a number of two bytes"));
    }
    plane.extend([high + LONG as u8, low]);
    Ok(())
}
