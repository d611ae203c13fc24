//! The table of Traditional characters: one to one, stable, and without harm to Simplified text.

use quandian::text::Normalizer;

fn fold(text: &str) -> String {
    fold_with(&Normalizer::new(), text)
}

fn fold_with(normalizer: &Normalizer, text: &str) -> String {
    String::from_utf16_lossy(&normalizer.fold_str(text))
}

#[test]
fn characters_with_several_simplified_ones_take_the_commonest() {
    assert_eq!(fold("於麼餘隻祇裡裏佈臺鐘鍾"), "于么余只只里里布台钟钟");
    assert_eq!(fold("兩億萬個箇劃製週衝沖後"), "两亿万个个划制周冲冲后");
    assert_eq!(fold("黨員幹部貫徹會議精神，舉辦培訓班。"), "党员干部贯彻会议精神，举办培训班。");
}

/// Both are Simplified too; 著 stands in 著名, 瞭 in 瞭望, 藉 in 狼藉.
#[test]
fn simplified_characters_stay() {
    for text in [
        "著名",
        "瞭望",
        "狼藉",
        "发展",
        "台风",
        "里程",
        "干部",
        "后天",
        "面条",
        "松树",
        "一九八〇年",
        "回复",
    ] {
        assert_eq!(fold(text), text);
    }
}

/// 乾 is the one exception: 乾燥 is more frequent than 乾坤. The lexicon's own words are folded with it, so that 乾坤 stays a
/// word.
#[test]
fn the_lexicon_goes_along() {
    assert_eq!(fold("乾燥的乾坤"), "干燥的干坤");
}

#[test]
fn folding_twice_is_folding_once() {
    let normalizer = Normalizer::new();
    for c in (0..=0xFFFF).filter_map(char::from_u32) {
        let once = fold_with(&normalizer, &c.to_string());
        assert_eq!(fold_with(&normalizer, &once), once, "{c}");
    }
}
