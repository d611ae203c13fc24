/** Pages as other people write them: each body is something that marks could break. */
const P = "全镇有36所夜校，近2500名学员，做到“三统一”：统一教材、统一课时、统一考核。";

export const PAGES = {
  "a plain article": `<article><h1>夜校办到家门口</h1><p>${P}</p><p>从2021年的15天缩短到2024年的4天。</p></article>`,
  "inline tags inside a number": `<p>全镇有<b>3<i>6</i></b>所夜<span>校，近2<sup></sup>500名</span>学员。</p>`,
  "source lines and indents": `<div>\n    全镇有\n    36所夜校，\n\t近2500\n名学员。\n  </div>`,
  "entities and quotes": `<p title="&quot;36&quot; &amp; 5&nbsp;个">全镇有36所夜校&nbsp;&lt;近2500名&gt; &amp; “三统一”。</p>`,
  "script and style": `<p>${P}</p><script type="text/plain">let a = "36所";</script><style>p::after { content: "12个" }</style>`,
  "fields and buttons": `<p>${P}</p><form><textarea>有36所夜校</textarea><input value="36所"><select><option>36所</option></select><button>36所</button></form>`,
  "code": `<p>全镇有36所夜校。</p><pre><code>x = "36所"</code></pre><p>命令<code>有36所</code>，有7处。</p>`,
  "something to edit": `<div contenteditable>全镇有36所夜校。</div><p contenteditable="false">全镇有38所夜校。</p>`,
  "tables": `<table><caption>夜校36所</caption><thead><tr><th>乡镇</th><th>数</th></tr></thead><tbody><tr><td>清水镇</td><td>12所</td></tr></tbody></table>`,
  "lists in lists": `<ol><li>新建12所<ul><li>近2500名</li><li>“两个维护”</li></ul></li><li>共3项</li></ol>`,
  "comments and empty nodes": `<p><!-- 36所 -->全镇有36<!-- x -->所夜校<span></span>。</p><!-- 完 -->`,
  "a template": `<template><p>有36所</p></template><p>${P}</p><noscript><p>有36所</p></noscript>`,
  "preformatted lines": `<pre>全镇有36所夜校\n  近2500名学员\n</pre><p style="white-space:pre-line">一行3个\n一行4个</p>`,
  "ruby": `<p>全镇有<ruby>三十六<rt>sānshíliù</rt></ruby>所<ruby>夜<rp>(</rp><rt>yè</rt><rp>)</rp></ruby>校。</p>`,
  "rare characters": `<p>😀𠮷镇有３６所夜校，近𠮷2500名👨‍👩‍👧学员。é́3个。</p>`,
  "links and marks": `<p>全镇有<a href="#x">36所</a>夜校，<mark class="own">近2500名</mark>学员。</p>`,
  "folded and hidden": `<details><summary>夜校36所</summary><p>${P}</p></details><p hidden>有36所</p><p style="display:none">有38所</p>`,
  "svg and math": `<svg viewBox="0 0 9 9"><text>36所</text></svg><math><mn>36</mn></math><p>${P}</p>`,
  "definition list and figure": `<dl><dt>夜校</dt><dd>36所</dd></dl><figure><img alt="36所" src="data:,"><figcaption>图1 有12间教室</figcaption></figure>`,
  "broken markup": `<p>全镇有<b>36所<p>夜校</b>，近2500<div>名学员</p>。</div><br>共7项<br/>`,
  "nothing to mark": `<p>今天下雨。</p>`,
};
