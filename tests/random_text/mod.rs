//! Random texts: joins of what analysis looks for, of case sentences and of characters nobody expects.
#![allow(dead_code, clippy::unwrap_used, reason = "every test takes the texts it needs")]

use crate::case_lines::cases;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::sync::LazyLock;

/// Texts of all cases.
pub(crate) static SENTENCES: LazyLock<Vec<String>> = LazyLock::new(|| {
    ["number", "slogan"].iter().flat_map(|layer| cases(layer)).map(|case| case.source).collect()
});

const NUMERALS: &str =
    "0123456789０１３５９零〇一二三四五六七八九十百千万亿兆两壹贰叁肆伍陆柒捌玖拾佰仟萬億兩";
const AROUND: &str = "个 名 件 项 家 人次 公里 平方米 千瓦时 年 月 日 时 分 秒 周年 年来 元 亿元 美元 % ％ 个百分点 倍 番 折 成 分之 点 第 \
    首 以上 左右 多 余 几 数 来 约 近 超 上 不到 负 零下 至 到 期间 以来 上半年 世纪 民国 人民币 US$ ￥ 每 同比 由 增至 大 是 要 带 型 \
    不 ， 十四五";
const MARKS: &str = "。 ， 、 ； ： ！ ？ “ ” ‘ ’ 「 」 《 》 （ ） ( ) 【 】 〔 〕 — —— - – ~ ～ . , : + / · … \" ' * ** # ## _ ` \\ [ ] = \
    < > ① ℃ ‰ ²";
const BLANKS: &[&str] = &[" ", "　", "\t", "\n", "\r\n", "\n\n", "\n## "];
const WORDS: &str = "党支部 群众 企业 增长 下降 累计培训 两个维护 四强 行动 机制 工程 以学铸魂 讲政治 守纪律 一把手 一带一路 三中全会 的 和 \
    在 等 开展 坚持 落实 GDP App C919 5G e é ß";
const ODD: &str = "😀 𠮷 👨‍👩‍👧 e\u{301} \u{FEFF} \u{200B} \u{AD} \u{0} \u{FFFD} \u{E000} \u{10FFFF} ﷺ 가 ३ Ⅷ ㈠ 廿 卅 \u{3099} \u{FE0F}";

fn one_of(words: &'static str) -> impl Strategy<Value = String> {
    select(words.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>())
        .prop_map(str::to_owned)
}

/// A piece of a text: never a whole sentence.
pub(crate) fn piece() -> impl Strategy<Value = String> {
    let numerals: Vec<char> = NUMERALS.chars().collect();
    prop_oneof![
        8 => select(numerals).prop_map(String::from),
        5 => one_of(AROUND),
        4 => one_of(MARKS),
        1 => select(BLANKS).prop_map(str::to_owned),
        3 => one_of(WORDS),
        1 => one_of(ODD),
        1 => any::<char>().prop_map(String::from),
    ]
}

/// One case sentence.
pub(crate) fn sentence() -> impl Strategy<Value = String> {
    any::<Index>().prop_map(|index| index.get(&SENTENCES).clone())
}

/// Any text.
pub(crate) fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop_oneof![12 => piece(), 1 => sentence()], 0..40)
        .prop_map(|pieces| pieces.concat())
}
