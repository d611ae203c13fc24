//! Writes `build/compact.lexicon` from jieba's dictionary.
//!
//! Less is more: a sixth of the entries cut better than all of them. What is left out is rare (step 1), a number that rules
//! read (2), no more than its parts (3), or a character that stands in no word that stays (4); characters of the rare words are
//! counted into small tables, which put such words together again when they come (5), and many that are less rare as well (6),
//! names above all (7).
//! Thresholds were chosen on a public development set; every weight comes from the dictionary's own frequencies and from `data/`.

use crate::{Outcome, data, packages};
use quandian::lexicon::compile::{Characters, Entry, compile};
use quandian::lexicon::{Flags, Tag, cost};
use quandian::text::{ASTRAL_HAN, ASTRAL_OTHER, Normalizer};
use quandian::{Analyzer, Options};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;

/// A word of the dictionary.
struct Word {
    units: Vec<u16>,
    frequency: u32,
    tag: String,
    /// Stands in `data/words.tsv`: it stays, whatever the steps say.
    by_hand: bool,
}

pub fn run() -> Outcome {
    let path = packages::folder("jieba-rs")?.join("src/data/dict.txt");
    let rules = Rules::read()?;
    let words = read(&fs::read_to_string(path)?, &rules)?;
    let unknown = unknown_tables(&words, &rules);
    let [_, _, surnames, ..] = &unknown;
    let mut kept: Vec<&Word> = words.iter().filter(|word| rules.keeps(word, surnames)).collect();
    prune(&mut kept);
    leave_out_rare_characters(&mut kept);
    kept.retain(|word| word.by_hand || !is_put_together(word, &unknown));
    let characters = Characters { unknown, flags: rules.flags.clone() };
    leave_out_made_names(&mut kept, &characters, &rules.name_places)?;
    let what = format!("{} words of {}", kept.len(), words.len());
    data::write("compact.lexicon", &file(&kept, &characters)?, &what)
}

/// The lexicon of `words`.
fn file(words: &[&Word], characters: &Characters) -> Result<Vec<u8>, String> {
    let entries: Vec<Entry> = words.iter().map(|word| entry(word)).collect();
    compile(&entries, characters).map_err(|why| format!("cannot be written: {why:?}"))
}

/// Long words are cheaper than their parts anyway, so they may all cost the same, which is a kilobyte less to download.
fn entry(word: &Word) -> Entry {
    let frequency = match word.units.len() {
        4.. if word.frequency < 1000 => 300,
        _ => word.frequency,
    };
    Entry { units: word.units.clone(), cost: cost::of_frequency(frequency), tag: word.tag.clone() }
}

/// The lists of `data/segmentation.tsv` and `data/words.tsv`, in the view's units.
struct Rules {
    normalizer: Normalizer,
    flags: BTreeMap<u16, Flags>,
    numeral_words: HashSet<Vec<u16>>,
    bad_entries: HashSet<Vec<u16>>,
    unknown_stop: HashSet<u16>,
    unknown_but_names: HashSet<u16>,
    unknown_inner: HashSet<u16>,
    /// Sentences with `_` where a name stands.
    name_places: Vec<String>,
    ordinal: u16,
}

impl Rules {
    fn read() -> Result<Self, Box<dyn std::error::Error>> {
        let mut rules = Self {
            normalizer: Normalizer::new(),
            flags: BTreeMap::new(),
            numeral_words: HashSet::new(),
            bad_entries: HashSet::new(),
            unknown_stop: HashSet::new(),
            unknown_but_names: HashSet::new(),
            unknown_inner: HashSet::new(),
            name_places: Vec::new(),
            ordinal: '第' as u16,
        };
        for [list, items, _] in data::rows("segmentation")? {
            let items = items.split(' ');
            if list == "name-place" {
                rules.name_places.extend(items.map(str::to_owned));
                continue;
            }
            let items = items.map(|item| rules.normalizer.fold_str(item)).collect::<Vec<_>>();
            match list.as_str() {
                "bad-entry" => rules.bad_entries.extend(items),
                "numeral-word" => rules.numeral_words.extend(items),
                "unknown-inner" => rules.unknown_inner.extend(items.into_iter().flatten()),
                "unknown-but-names" => rules.unknown_but_names.extend(items.into_iter().flatten()),
                "unknown-stop" => rules.unknown_stop.extend(items.into_iter().flatten()),
                flag => rules.flag(flag, items.into_iter().flatten())?,
            }
        }
        Ok(rules)
    }

    fn flag(&mut self, list: &str, units: impl Iterator<Item = u16>) -> Result<(), String> {
        let flag = match list {
            "flag-classifier" => Flags::CLASSIFIER,
            "flag-guarded" => Flags::GUARDED,
            "flag-magnitude" => Flags::MAGNITUDE,
            "flag-numeral" => Flags::NUMERAL,
            "flag-percent" => Flags::PERCENT,
            "flag-remainder" => Flags::REMAINDER,
            "flag-scale" => Flags::SCALE,
            "flag-unit" => Flags::UNIT,
            _ => return Err(format!("data/segmentation.tsv: no list is called {list}")),
        };
        for unit in units {
            let flags = self.flags.entry(unit).or_default();
            *flags = flags.or(flag);
        }
        Ok(())
    }

    fn is_numeral(&self, unit: u16) -> bool {
        self.flags.get(&unit).is_some_and(|flags| flags.any(Flags::NUMERAL))
    }

    /// Steps 1 and 2: frequent enough, and no number that the route's rules read better.
    fn keeps(&self, word: &Word, surnames: &BTreeMap<u16, u8>) -> bool {
        if word.units.len() == 1 || word.by_hand {
            return true;
        }
        // Rarer words cost 52 KB to download (more than ten times for all) and, on the development set, some word F1: the
        // dictionary's low counts say nothing, and long words are mostly their parts, long names of places
        // and of bodies above all. Names of people have no parts, and those of idioms (`i`, `l` what is used like one) are no words
        // of today: 真/抓实/干.
        let least = match word.units.len() {
            _ if is_name(word, surnames) => 11,
            4 if word.tag == "i" => 14,
            2 | 3 => 32,
            4 if word.tag == "l" => 16,
            _ if matches!(word.tag.as_str(), "ns" | "nt" | "nz" | "nrt") => 120,
            _ => 90,
        };
        word.frequency > least
            && !word.units.iter().any(|unit| *unit < 0x80)
            && !self.bad_entries.contains(&word.units)
            && !self.is_number(word)
    }

    fn is_number(&self, word: &Word) -> bool {
        if !matches!(word.tag.as_str(), "m" | "mq") || self.numeral_words.contains(&word.units) {
            return false;
        }
        let numerals = word.units.iter().take_while(|unit| self.is_numeral(**unit)).count();
        numerals == word.units.len()
            || (numerals > 0 && numerals + 1 == word.units.len())
            || word.units.first() == Some(&self.ordinal)
    }
}

/// Whether what the dictionary holds for a name of a person looks like one, for 加长型 does not: a surname that is not rare begins
/// it. Long ones are foreign, or idioms: 爱岗敬业.
fn is_name(word: &Word, surnames: &BTreeMap<u16, u8>) -> bool {
    let [first, rest @ ..] = word.units.as_slice() else { return false };
    word.tag == "nr" && (rest.len() > 2 || surnames.get(first).is_some_and(|nats| *nats <= 5))
}

/// The dictionary with the hand lists in it, in the view's units. An entry that folding changes is that of
/// its folded form: 乾隆 stands in the view as 干隆.
fn read(text: &str, rules: &Rules) -> Result<Vec<Word>, Box<dyn std::error::Error>> {
    let mut list = List::default();
    let mut folded = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let mut fields = line.split(' ');
        let (Some(word), Some(frequency)) = (fields.next(), fields.next()) else {
            return Err(format!("dict.txt:{}: not word, frequency, tag", number + 1).into());
        };
        let units = rules.normalizer.fold_str(word);
        let same = units.iter().copied().eq(word.encode_utf16());
        let word = Word {
            units,
            frequency: frequency.parse()?,
            tag: fields.next().unwrap_or("x").to_owned(),
            by_hand: false,
        };
        if same {
            list.raise(word);
        } else if word.units.len() == word_length(line) {
            folded.push(word);
        }
    }
    for [word, frequency, tag] in data::rows("words")? {
        list.raise(Word {
            units: rules.normalizer.fold_str(&word),
            frequency: frequency.parse()?,
            tag,
            by_hand: true,
        });
    }
    for [word, tag] in data::rows("tags")? {
        list.retag(&rules.normalizer.fold_str(&word), &tag)?;
    }
    for word in folded.into_iter().filter(|word| !word.units.iter().any(|unit| is_stand_in(*unit)))
    {
        // Single Traditional characters have chance frequencies, of texts in a wrong encoding.
        if word.units.len() > 1 || !list.places.contains_key(&word.units) {
            list.raise(word);
        }
    }
    Ok(list.words)
}

/// Characters in the word of a dictionary line.
fn word_length(line: &str) -> usize {
    line.chars().take_while(|c| *c != ' ').count()
}

/// Whether `unit` stands for any character outside the Basic Multilingual Plane: no word can be told by it.
fn is_stand_in(unit: u16) -> bool {
    matches!(unit, ASTRAL_HAN | ASTRAL_OTHER)
}

#[derive(Default)]
struct List {
    words: Vec<Word>,
    places: HashMap<Vec<u16>, usize>,
}

impl List {
    /// Adds `word`, or raises the frequency of the one that is there; its tag stays.
    fn raise(&mut self, word: Word) {
        match self.places.get(&word.units).and_then(|at| self.words.get_mut(*at)) {
            Some(known) => {
                known.frequency = known.frequency.max(word.frequency);
                known.by_hand |= word.by_hand;
            }
            None => {
                self.places.insert(word.units.clone(), self.words.len());
                self.words.push(word);
            }
        }
    }

    /// Gives a known word another part of speech.
    fn retag(&mut self, units: &[u16], tag: &str) -> Result<(), String> {
        let place = self.places.get(units).and_then(|at| self.words.get_mut(*at));
        let known = place.filter(|known| known.tag != tag).ok_or_else(|| {
            format!(
                "data/tags.tsv: {} is no word, or is {tag} anyway",
                String::from_utf16_lossy(units)
            )
        })?;
        tag.clone_into(&mut known.tag);
        Ok(())
    }
}

/// Step 3: leaves out words that their parts make up for, the shorter ones first, so that parts are words that stay.
///
/// What a word says beyond its parts is ln p(word) less the best sum of ln p over a cut in two parts or more.
fn prune(kept: &mut Vec<&Word>) {
    let mut costs: HashMap<&[u16], u8> = kept
        .iter()
        .map(|word| (word.units.as_slice(), cost::of_frequency(word.frequency)))
        .collect();
    let longest = kept.iter().map(|word| word.units.len()).max().unwrap_or(0);
    for length in (2..=longest).filter(|length| *length != 3) {
        let least = match length {
            2 => -1.0,
            4 => 10.0,
            _ => f64::INFINITY,
        };
        let stays = |word: &&Word| {
            word.units.len() != length
                || word.by_hand
                || word.tag == "i"
                || (length >= 4 && word.frequency > 1000)
                || parts_cost(&word.units, &costs)
                    .is_none_or(|parts| parts - nats(word.frequency) >= least)
        };
        let (stay, go): (Vec<&Word>, Vec<&Word>) = kept.iter().copied().partition(stays);
        for word in go {
            costs.remove(word.units.as_slice());
        }
        *kept = stay;
    }
}

/// Step 4: leaves out characters without a part of speech that stand in no longer word. The route takes an unlisted one alone as
/// well, and calls it a noun, which such a character mostly is: 鹬 麇 黍.
fn leave_out_rare_characters(kept: &mut Vec<&Word>) {
    let longer = kept.iter().filter(|word| word.units.len() > 1);
    let inside: HashSet<u16> = longer.flat_map(|word| word.units.iter().copied()).collect();
    kept.retain(|word| {
        let [unit] = word.units.as_slice() else { return true };
        inside.contains(unit) || !matches!(word.tag.as_str(), "g" | "x" | "zg")
    });
}

/// The cheapest cut of a word into two words or more.
fn parts_cost(units: &[u16], costs: &HashMap<&[u16], u8>) -> Option<f64> {
    let mut best: Vec<Option<u32>> = vec![None; units.len() + 1];
    best[units.len()] = Some(0);
    for at in (0..units.len()).rev() {
        best[at] = (at + 1..=units.len())
            .filter(|end| end - at < units.len())
            .filter_map(|end| Some(u32::from(*costs.get(&units[at..end])?) + best[end]?))
            .min();
    }
    best[0].map(f64::from)
}

/// The exact cost of a frequency.
fn nats(frequency: u32) -> f64 {
    -(f64::from(frequency) / f64::from(cost::TOTAL)).ln()
}

/// Step 5: which characters begin and end words, and make up names, counted over rare words and names of the whole
/// dictionary.
fn unknown_tables(words: &[Word], rules: &Rules) -> [BTreeMap<u16, u8>; 6] {
    let mut tables: [Counts; 6] = Default::default();
    let [begin, end, surname, given_first, given_last, transliteration] = &mut tables;
    for Word { units, frequency, tag, .. } in words {
        match (units.as_slice(), tag.as_str()) {
            ([first, second], tag)
                if *frequency <= 1000 && !tag.starts_with("nr") && tag != "m" =>
            {
                begin.count(*first);
                end.count(*second);
            }
            ([first, second, third], "nr") => {
                surname.count(*first);
                given_first.count(*second);
                given_last.count(*third);
            }
            ([_, _, _, ..], "nrt" | "nrfg") => {
                units.iter().for_each(|unit| transliteration.count(*unit))
            }
            _ => {}
        }
    }
    let floors = [1, 1, 20, 3, 3, 8];
    let mut floors = floors.into_iter();
    let mut tables = tables.map(|table| table.costs(floors.next().unwrap_or(1), rules));
    let [ends @ .., _transliteration] = &mut tables;
    for table in ends {
        table.retain(|unit, _| !rules.unknown_inner.contains(unit));
    }
    let [begin, end, _surname, _given_first, _given_last, transliteration] = &mut tables;
    for table in [begin, end, transliteration] {
        table.retain(|unit, _| !rules.unknown_but_names.contains(unit));
    }
    tables
}

/// Step 6: whether the tables make the same noun of the two characters, about as cheaply: a nat more is taken for no other cut, nor are two for
/// what is seldom met. It looks at the two characters alone: a longer word over them, or one beside them, may still make another cut.
fn is_put_together(word: &Word, [begin, end, ..]: &[BTreeMap<u16, u8>; 6]) -> bool {
    let [first, second] = word.units.as_slice() else { return false };
    let (Some(begin), Some(end)) = (begin.get(first), end.get(second)) else { return false };
    let dearer = if word.frequency <= 120 { 2 } else { 1 };
    word.tag == "n" && cost::PAIR + begin + end <= cost::of_frequency(word.frequency) + dearer
}

/// Step 7: leaves out names of three characters that the tables put together anyway, wherever they stand in `places`.
fn leave_out_made_names(
    kept: &mut Vec<&Word>,
    characters: &Characters,
    places: &[String],
) -> Outcome {
    let is_name = |word: &mut &Word| !word.by_hand && word.tag == "nr" && word.units.len() == 3;
    let names: Vec<&Word> = kept.extract_if(.., is_name).collect();
    let mut analyzer = Analyzer::new();
    analyzer.load_lexicon(file(kept, characters)?)?;
    for word in names {
        if !is_made(&String::from_utf16(&word.units)?, &analyzer, places)? {
            kept.push(word);
        }
    }
    Ok(())
}

/// Whether `analyzer` makes a name of `name` in all `places`.
fn is_made(name: &str, analyzer: &Analyzer, places: &[String]) -> Result<bool, quandian::Error> {
    let options = Options { parts: true, ..Options::default() };
    let mut made = 0;
    for place in places {
        let start = place.find('_').unwrap_or(0);
        analyzer.segment(&place.replacen('_', name, 1), &options, |token| {
            let whole = token.span.range() == (start..start + name.len());
            made += usize::from(whole && token.tag == Tag::NAME);
        })?;
    }
    Ok(made == places.len())
}

/// How often characters were met in one place.
#[derive(Default)]
struct Counts {
    counts: BTreeMap<u16, u32>,
    total: u32,
}

impl Counts {
    fn count(&mut self, unit: u16) {
        *self.counts.entry(unit).or_default() += 1;
        self.total += 1;
    }

    /// Costs in nats of those met often enough. Numerals and the words of grammar take no part.
    fn costs(self, floor: u32, rules: &Rules) -> BTreeMap<u16, u8> {
        let Self { counts, total } = self;
        let takes_part = |unit: u16| !rules.is_numeral(unit) && !rules.unknown_stop.contains(&unit);
        counts
            .into_iter()
            .filter(|(unit, count)| *count >= floor && takes_part(*unit))
            .map(|(unit, count)| (unit, -(f64::from(count) / f64::from(total)).ln()))
            .map(|(unit, nats)| (unit, nats.round() as u8))
            .collect()
    }
}
