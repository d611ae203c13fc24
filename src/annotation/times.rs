//! What a number says in the notations of time.

/// The date and the length of time that a number stands for. Apart from the number: most have neither.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Times {
    /// A date in EDTF (ISO 8601-2).
    pub(super) edtf: Option<Short>,
    /// A duration in ISO 8601.
    pub(super) iso: Option<Short>,
}

/// A string that is mostly short: up to eleven bytes lie in it, more beside it. `2024-05-13` has ten.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Short(Kept);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kept {
    /// The bytes and zeros behind them.
    Inside([u8; INSIDE]),
    Beside(Box<str>),
}

const INSIDE: usize = 11;

impl From<&str> for Short {
    fn from(text: &str) -> Self {
        let mut bytes = [0; INSIDE];
        Self(match bytes.get_mut(..text.len()) {
            Some(inside) if !text.contains('\0') => {
                inside.copy_from_slice(text.as_bytes());
                Kept::Inside(bytes)
            }
            _ => Kept::Beside(text.into()),
        })
    }
}

impl std::ops::Deref for Short {
    type Target = str;

    fn deref(&self) -> &str {
        match &self.0 {
            Kept::Inside(bytes) => {
                let bytes = bytes.split(|byte| *byte == 0).next().unwrap_or_default();
                str::from_utf8(bytes).unwrap_or_default()
            }
            Kept::Beside(text) => text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Short;

    #[test]
    fn nothing_is_lost() {
        for text in ["", "P3Y", "2024-05-13T", "2022-11-01/..", "a\0b", "\0"] {
            assert_eq!(&*Short::from(text), text);
        }
    }
}
