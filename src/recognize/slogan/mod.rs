//! The slogan layer: numbered formulas, brands, couplets, parallels, maxims, formulations.
//!
//! ```text
//! 交通局开展“护学暖橙”志愿行动，各站落实“五包”责任制。
//!          ^^^^ brand (programme-noun)  ^^ formula (quoted-formula)
//! ```
//!
//! The layer reads the view, its own page structure and the data tables; no tokens, no numbers. Every quoted string is
//! judged once (`quoted`); what stands without quotation marks needs support of its own (`unquoted`, `parallel`,
//! `couplet`, `maxim`). `nest` makes one sorted list of it. What a formula stands for is the business of
//! [`crate::recognize::members`].

mod answering;
mod built;
mod closing;
mod couplet;
pub(crate) mod cues;
pub(crate) mod formula;
mod formulation;
pub(crate) mod frame;
mod framed;
mod identity;
mod listed;
pub(crate) mod lists;
mod maxim;
mod mirrored;
mod named;
mod nest;
pub(crate) mod pairs;
mod parallel;
mod pointed;
mod quoted;
mod refrain;
mod reject;
mod roles;
mod saying;
mod series;
pub(crate) mod structure;
mod unquoted;
mod wisdom;

use crate::annotation::{Identity, Layer, MemberStatus, Reason, Rejection, Slogan, SloganKind};
use crate::gather::{Gather as _, Put as _};
use crate::numbering::Numbering;
use crate::recognize::chars;
use crate::recognize::gazetteer::Gazetteer;
use crate::recognize::members;
use crate::span::{Span, View};
use crate::text::{CharClass, Normalizer, Text, ViewText};
use cues::{Cues, Roles};
use lists::Lists;
use quoted::Verdict;
use std::sync::Arc;
use structure::{Structure, is_word, opens_quote};

/// The slogan recogniser with its tables.
pub struct SloganRecognizer {
    cues: Cues,
    lists: Lists,
}

impl SloganRecognizer {
    /// Builds the tables; `frozen` is what the number layer reads too.
    pub fn new(frozen: Arc<Gazetteer>, normalizer: &Normalizer) -> Self {
        Self { cues: Cues::new(normalizer), lists: Lists::new(frozen, normalizer) }
    }

    /// Takes formulas of the reader's own: rows like those of data/formulas.tsv, which win over ours.
    pub fn set_formulas(&mut self, rows: &str, normalizer: &Normalizer) {
        self.lists.set_user(rows, normalizer);
    }

    /// Finds the slogans of `text`, sorted by start (outer before inner), and what was considered and left out. Where they are
    /// not `told`, nobody asks what they stand for, only which spans formulas and brands take; others come where they touch one.
    pub fn recognize(
        &self,
        text: &Text<'_>,
        told: bool,
    ) -> (Vec<Slogan<View>>, Vec<Rejection<View>>) {
        let view = text.view();
        let mut page = Structure::new(view);
        let mut found = Found::default();
        let reader = self.reader(view, &page);
        reader.quotes(&mut found);
        unquoted::find(&reader, &mut found);
        let marks = (!told).then(|| {
            // What is a sentence or a part of one may outdo a name that it touches. Where it touches none, it changes nothing.
            let strong = |slogan: &&Slogan<View>| slogan.kind != SloganKind::Formulation;
            let spans = found.slogans.iter().filter(strong).map(|slogan| slogan.span);
            page.narrow(view, spans.gather())
        });
        let reader = self.reader(view, &page);
        couplet::find(&reader, &mut found);
        maxim::find(&reader, &mut found);
        parallel::find(&reader, &mut found);
        answering::find(&reader, &mut found);
        page.marks = marks.unwrap_or(page.marks);
        let reader = self.reader(view, &page);
        self.count_bare(&reader, &mut found);
        let mut slogans = nest::settle(found.slogans);
        members::count_names(&reader, &mut slogans);
        if !told {
            return (slogans, Vec::new());
        }
        let mut known = Numbering::default();
        identity::number(view, &mut known, &mut slogans);
        let shapes = members::attach(&reader, &mut slogans);
        // What a formula stands for is a parallel where it is built so, whoever found it.
        let mut lists = Found::default();
        for list in members::framed(&reader, &slogans, &shapes) {
            lists.slogan(&reader, list, SloganKind::Parallel, "framed-series");
        }
        if !lists.slogans.is_empty() {
            identity::number(view, &mut known, &mut lists.slogans);
            slogans.append(&mut lists.slogans);
            slogans = nest::settle(slogans);
            identity::reorder(&mut slogans);
        }
        (slogans, found.rejected)
    }

    /// 总工、技师、博士组成“攻关三师”: what nothing else spoke for is a formula where its list stands beside it.
    fn count_bare(&self, reader: &Reader<'_>, found: &mut Found) {
        let mut counted = Vec::new();
        found.rejected.retain(|left| {
            let open = matches!(
                left.reason,
                Reason::Term | Reason::Metaphor | Reason::Name | Reason::Idiom
            );
            let counts = open && members::is_counted(reader, left.span);
            counted.extend(counts.then_some(left.span));
            !counts
        });
        for span in counted {
            found.slogan(reader, span, SloganKind::Formula, members::COUNTED);
        }
    }

    fn reader<'r>(&'r self, view: ViewText<'r>, page: &'r Structure) -> Reader<'r> {
        Reader { view, page, cues: &self.cues, lists: &self.lists }
    }

    /// What the distinct ones of `slogans` are, by the number they share.
    pub fn identities(&self, view: ViewText<'_>, slogans: &[Slogan<View>]) -> Vec<Identity> {
        identity::distinct(view, &self.lists.glossary, slogans)
    }
}

/// Longest noun between two names of one enumeration, its 、 included.
const NOUN: u32 = 9;

/// What every room of the layer reads.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'r> {
    pub view: ViewText<'r>,
    pub page: &'r Structure,
    pub cues: &'r Cues,
    pub lists: &'r Lists,
}

/// Candidates so far.
#[derive(Default)]
pub(crate) struct Found {
    slogans: Vec<Slogan<View>>,
    rejected: Vec<Rejection<View>>,
}

impl Found {
    fn slogan(
        &mut self,
        reader: &Reader<'_>,
        span: Span<View>,
        kind: SloganKind,
        rule: &'static str,
    ) {
        let quoted = opens_quote(reader.view.before(span.start))
            && reader.page.quote_at(span.start - 1).is_some_and(|quote| {
                quote.inner == span || without_stop(reader.view, quote.inner, kind) == span
            });
        self.slogans.put(Slogan {
            span,
            kind,
            quoted,
            members: Vec::new(),
            status: MemberStatus::None,
            parent: None,
            identity: 0,
            rule,
        });
    }

    fn reject(&mut self, span: Span<View>, reason: Reason, rule: &'static str) {
        self.rejected.put(Rejection { span, layer: Layer::Slogan, reason, rule });
    }
}

/// What says something goes without the mark behind it, in quotation marks as elsewhere.
fn without_stop(view: ViewText<'_>, inner: Span<View>, kind: SloganKind) -> Span<View> {
    let stops = matches!(kind, SloganKind::Maxim | SloganKind::Parallel | SloganKind::Couplet)
        && inner.len() > 1
        && view.class(inner.end - 1).any(CharClass::CLAUSE_END);
    if stops { Span::new(inner.start, inner.end - 1) } else { inner }
}

impl Reader<'_> {
    fn quotes(&self, found: &mut Found) {
        for title in &self.page.titles {
            found.reject(*title, Reason::Title, "title-marks");
        }
        let mut brands = Numbering::default();
        let mut bare = Vec::new();
        let mut named = None;
        for quote in &self.page.quotes {
            let listed = named.is_some_and(|last| self.goes_on(last, quote.outer().start));
            let mut verdict = quoted::judge(self, quote);
            // 《“两单一函”管理办法》: what a title quotes may be a formula and nothing else.
            let formula = matches!(verdict, Verdict::Slogan(SloganKind::Formula, _));
            if self.page.in_title(quote.inner.start) && !formula {
                continue;
            }
            if let Verdict::Rejected(_, rule) = verdict
                && listed
                && quote.inner.len() >= 4
                && rule.starts_with(quoted::BARE)
            {
                verdict = Verdict::Slogan(SloganKind::Brand, "listed-with-brands");
            }
            named = None;
            match verdict {
                Verdict::Slogan(kind, rule) => {
                    if kind == SloganKind::Brand {
                        brands.put(self.view.slice(quote.inner));
                        named = Some(quote.outer());
                    }
                    found.slogan(self, without_stop(self.view, quote.inner, kind), kind, rule);
                    unquoted::inside(self, quote.inner, kind, found);
                }
                Verdict::Rejected(reason, rule)
                    if rule.starts_with(quoted::BARE) || reason == Reason::Organization =>
                {
                    bare.put((quote.inner, reason, rule));
                }
                Verdict::Rejected(reason, rule) => {
                    if reason == Reason::Speech {
                        maxim::spoken(self, quote.inner, found);
                    }
                    found.reject(quote.inner, reason, rule);
                }
            }
        }
        // What was a name once is one where nothing else speaks for it.
        for (inner, reason, rule) in bare {
            match brands.get(self.view.slice(inner)).is_some() {
                true => found.slogan(self, inner, SloganKind::Brand, unquoted::ELSEWHERE),
                false => found.reject(inner, reason, rule),
            }
        }
    }

    /// “甲乙”讲坛、“丙丁的课”: whether an enumeration goes on from the name in `last` to the quote at `to`.
    fn goes_on(&self, last: Span<View>, to: u32) -> bool {
        let from = last.end;
        let han = |at| self.view.class(at).is(CharClass::HAN);
        if to == from {
            return true;
        }
        let near = to > from && to - from <= NOUN;
        // 养老有“甲乙”，托幼有“丙丁”
        let has = |at: u32| self.view.follows(at, '有');
        if near && self.view.char(from) == '，' && has(last.start) && has(to) {
            return true;
        }
        // “甲乙”、税务局的“丙丁”: the owner of the next one, but no verb.
        let verb = Roles::VERB.or(Roles::SCARE_BEFORE).or(Roles::NAMING);
        let owner = || {
            self.view.char(from) == '、'
                && (from + 1..to).all(han)
                && self.cues.ending(self.view, to, verb).is_none()
        };
        let named = |at| is_word(self.view.at(at));
        near && (self.view.char(to - 1) == '、' && (from..to - 1).all(named) || owner())
    }

    /// Roles of the verb that ends at `at`, or before a particle there: 开设了, 办起, 建起了.
    pub(crate) fn verb_before(&self, at: u32) -> Roles {
        let mut at = at;
        for _ in 0..3 {
            if let Some(length) = self.cues.ending(self.view, at, Roles::VERB) {
                return self.cues.exact(self.view, Span::new(at - length, at));
            }
            let particle = at > 0 && chars::PARTICLE.at(self.view, at - 1);
            at -= u32::from(particle);
        }
        Roles::NONE
    }
}
