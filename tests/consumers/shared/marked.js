/** What is marked in a paragraph by the function, and in another by the element. */
import "quandian/define";
import { annotate } from "quandian/dom";

export async function marked(text, { analyzer } = {}) {
  const paragraph = document.createElement("p");
  paragraph.textContent = text;
  document.body.append(paragraph);
  const handle = await annotate(paragraph, analyzer ? { analyzer } : {});
  const byFunction = surfaces(handle);
  handle.remove();
  const element = document.createElement("quandian-text");
  element.textContent = text;
  if (analyzer) element.analyzer = analyzer;
  const done = new Promise((resolve, reject) => {
    element.addEventListener("quandian-analysis", resolve);
    element.addEventListener("quandian-error", ({ detail }) => reject(detail));
  });
  document.body.append(element);
  await done;
  return [byFunction, surfaces(element.annotation)];
}

function surfaces({ marks }) {
  return marks.map(({ mention }) => mention.text);
}
