//! What formulas stand for.

use crate::annotation::Slogan;
use crate::recognize::slogan::Reader;
use crate::span::View;

/// Attaches members.
pub(crate) fn attach(_reader: &Reader<'_>, _slogans: &mut [Slogan<View>]) {}
