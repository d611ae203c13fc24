//! What a character is worth: digit words and place words, financial forms among them.

/// The value of a digit word (financial forms included).
pub fn digit(unit: u16) -> Option<u8> {
    let c = char::from_u32(u32::from(unit))?;
    Some(match c {
        '零' | '〇' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// The power of ten of a place word below 万.
pub(super) fn small_place(unit: u16) -> Option<u8> {
    Some(match char::from_u32(u32::from(unit))? {
        '十' | '拾' => 1,
        '百' | '佰' => 2,
        '千' | '仟' => 3,
        _ => return None,
    })
}

/// The power of ten of a place word from 万 up.
pub(super) fn large_place(unit: u16) -> Option<u8> {
    Some(match char::from_u32(u32::from(unit))? {
        '万' => 4,
        '亿' => 8,
        '兆' => 12,
        _ => return None,
    })
}
