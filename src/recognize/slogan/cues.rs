//! The words beside slogans and the frames inside them, looked up at a place of the view.
//!
//! All rows of data/cues.tsv and data/frames.tsv in one table; what a surface can be is a set of [`Roles`]. The recogniser
//! asks at most places in vain, so a character's edge says first whether anything of the wanted sort begins or ends there.

pub(crate) use super::roles::Roles;
use crate::numbering::Numbering;
use crate::recognize::data;
use crate::span::{Span, View};
use crate::text::{Normalizer, ViewText};
use std::num::NonZeroU32;

/// The table: the roles of all surfaces, and for every character what may begin or end with it.
pub(crate) struct Cues {
    surfaces: Numbering,
    /// By the numbers of the surfaces.
    roles: Vec<Roles>,
    /// For every unit one more than its place in `edges`, 0 = no surface begins or ends with it.
    edge_of: Vec<u16>,
    edges: Vec<Edge>,
}

/// What surfaces begin or end with a character.
#[derive(Clone, Copy)]
struct Edge {
    /// Bit n: some surface of n characters begins with it.
    opens: u32,
    /// Their roles together.
    opens_as: Roles,
    /// Bit n: some surface of n characters ends with it.
    closes: u32,
    /// Their roles together.
    closes_as: Roles,
    /// Its own roles, as a surface of one character.
    alone: Roles,
}

const NO_EDGE: Edge =
    Edge { opens: 0, opens_as: Roles::NONE, closes: 0, closes_as: Roles::NONE, alone: Roles::NONE };

/// Longest surface.
const LONGEST: usize = 15;

impl Cues {
    /// Reads the tables.
    pub(crate) fn new(normalizer: &Normalizer) -> Self {
        let mut cues = Self {
            surfaces: Numbering::default(),
            roles: Vec::new(),
            edge_of: vec![0; 1 << 16],
            edges: Vec::new(),
        };
        for row in data::rows(data::CUES).lines() {
            let (surface, roles) = row.split_once('\t').unwrap_or_default();
            roles.chars().for_each(|sign| cues.add(&normalizer.fold_str(surface), Roles::of(sign)));
        }
        cues
    }

    fn add(&mut self, surface: &[u16], roles: Roles) {
        let (Some(first), Some(last), 1..=LONGEST) =
            (surface.first(), surface.last(), surface.len())
        else {
            return;
        };
        let bit = 1 << surface.len();
        if let Some(opening) = self.edge_mut(*first) {
            opening.opens |= bit;
            opening.opens_as = opening.opens_as.or(roles);
            if surface.len() == 1 {
                opening.alone = opening.alone.or(roles);
            }
        }
        if let Some(closing) = self.edge_mut(*last) {
            closing.closes |= bit;
            closing.closes_as = closing.closes_as.or(roles);
        }
        let number = self.surfaces.put(surface);
        self.roles.resize(self.surfaces.len() as usize, Roles::NONE);
        if let Some(known) = self.roles.get_mut(number as usize) {
            *known = known.or(roles);
        }
    }

    fn edge_mut(&mut self, unit: u16) -> Option<&mut Edge> {
        let known = self.edge_of.get(usize::from(unit)).map_or(0, |place| usize::from(*place));
        if known > 0 {
            return self.edges.get_mut(known - 1);
        }
        self.edges.push(NO_EDGE);
        *self.edge_of.get_mut(usize::from(unit))? = self.edges.len() as u16;
        self.edges.last_mut()
    }

    #[inline(always)]
    fn edge(&self, unit: u16) -> &Edge {
        let place = self.edge_of.get(usize::from(unit)).map_or(0, |place| usize::from(*place));
        match place.checked_sub(1).and_then(|place| self.edges.get(place)) {
            Some(edge) => edge,
            None => &NO_EDGE,
        }
    }

    /// Roles of one character. Asked everywhere and about few characters: one piece of code for all.
    #[inline(never)]
    pub(crate) fn of(&self, unit: u16) -> Roles {
        self.edge(unit).alone
    }

    /// Whether some surface with one of `wanted` begins with `unit`.
    #[inline(always)]
    pub(crate) fn may_open(&self, unit: u16, wanted: Roles) -> bool {
        self.edge(unit).opens_as.any(wanted)
    }

    /// All roles of exactly the string in `span`.
    pub(crate) fn exact(&self, view: ViewText<'_>, span: Span<View>) -> Roles {
        self.within(view, span, Roles::ALL)
    }

    /// All roles of exactly the string in `span`, where its ends can have some of `wanted`.
    fn within(&self, view: ViewText<'_>, span: Span<View>, wanted: Roles) -> Roles {
        let length = span.len() as usize;
        let opening = self.edge(view.unit(span.start));
        if length == 1 {
            return opening.alone;
        }
        let closing = self.edge(view.unit(span.end.wrapping_sub(1)));
        // Nearly no string is a surface, and to look it up takes longer than both its ends.
        let ends = length <= LONGEST && (opening.opens & closing.closes) >> length & 1 == 1;
        if !ends || !opening.opens_as.any(wanted) || !closing.closes_as.any(wanted) {
            return Roles::NONE;
        }
        let number = self.surfaces.get(view.slice(span));
        number.and_then(|number| self.roles.get(number as usize)).copied().unwrap_or(Roles::NONE)
    }

    /// The longest surface with one of `wanted` that begins at `at`: its length and roles.
    pub(crate) fn starting_as(
        &self,
        view: ViewText<'_>,
        at: u32,
        wanted: Roles,
    ) -> Option<(u32, Roles)> {
        let length = self.starting(view, at, wanted)?;
        Some((length, self.exact(view, Span::new(at, at + length))))
    }

    /// The longest surface with one of `wanted` that begins at `at`: its length.
    #[inline(always)]
    pub(crate) fn starting(&self, view: ViewText<'_>, at: u32, wanted: Roles) -> Option<u32> {
        self.opening(view, at, wanted).map(NonZeroU32::get)
    }

    /// The longest surface with one of `wanted` that ends at `end`: its length.
    #[inline(always)]
    pub(crate) fn ending(&self, view: ViewText<'_>, end: u32, wanted: Roles) -> Option<u32> {
        self.closing(view, end, wanted).map(NonZeroU32::get)
    }

    // What is asked in a hundred places answers by one number, never 0: an option of any number goes through memory.
    fn opening(&self, view: ViewText<'_>, at: u32, wanted: Roles) -> Option<NonZeroU32> {
        let edge = self.edge(view.unit(at));
        if !edge.opens_as.any(wanted) {
            return None;
        }
        let has = |length: &u32| self.within(view, Span::new(at, at + length), wanted).any(wanted);
        NonZeroU32::new(lengths(edge.opens).find(has)?)
    }

    fn closing(&self, view: ViewText<'_>, end: u32, wanted: Roles) -> Option<NonZeroU32> {
        let edge = self.edge(view.unit(end.wrapping_sub(1)));
        if !edge.closes_as.any(wanted) {
            return None;
        }
        let has =
            |length: &u32| self.within(view, Span::new(end - length, end), wanted).any(wanted);
        NonZeroU32::new(lengths(edge.closes).filter(|length| *length <= end).find(has)?)
    }
}

/// The lengths in a set, longest first.
#[inline]
pub(super) fn lengths(mut set: u32) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let longest = set.checked_ilog2()?;
        set &= !(1 << longest);
        Some(longest)
    })
}
