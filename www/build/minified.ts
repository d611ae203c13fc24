/** What the bundler's own minifier, which comes after, leaves undone. */
import { minify } from "terser";
import { Visitor, type Plugin, type Rolldown } from "vite";

/** How the code of a template is laid out; where it is drawn that is a blank. */
const INDENT = /\n\s+/g;

export function minified(): Plugin {
  return {
    name: "minified",
    transform: {
      order: "post",
      filter: { id: /\/parts\/[^/]+\.ts$/ },
      handler(code) {
        const spans = templatesIn(this.parse(code)).sort(([one], [other]) => other - one);
        return { code: spans.reduce((all, [start, end]) => all.slice(0, start) + all.slice(start, end).replace(INDENT, " ") + all.slice(end), code), map: null };
      },
    },
    async renderChunk(code) {
      const { code: shorter } = await minify(code, { module: true, ecma: 2020, compress: { passes: 3 } });
      return shorter ?? null;
    },
  };
}

/** Where the text of templates stands, between their values. */
function templatesIn(program: ReturnType<Rolldown.PluginContext["parse"]>): (readonly [start: number, end: number])[] {
  const found: (readonly [number, number])[] = [];
  new Visitor({
    TaggedTemplateExpression({ tag, quasi }) {
      if (tag.type === "Identifier" && /^(html|svg)$/.test(tag.name)) found.push(...quasi.quasis.map(({ start, end }) => [start, end] as const));
    },
  }).visit(program);
  return found;
}
