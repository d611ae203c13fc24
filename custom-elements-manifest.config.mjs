// What editors and documentation tools learn about <quandian-text>: `npx cem analyze` writes custom-elements.json.
const published = (path) => path.replace(/^\/?js\//, "dist/").replace(/\.ts$/, ".js");

/** What is published, under the names of published files; nothing private. */
const asPublished = {
  name: "as published",
  packageLinkPhase({ customElementsManifest }) {
    const manifest = customElementsManifest;
    manifest.modules = manifest.modules.filter(({ path }) => !path.includes("/element/"));
    for (const module of manifest.modules) {
      module.path = published(module.path);
      module.exports = module.exports.filter(({ declaration }) => declaration.name === "QuandianText");
      for (const { declaration } of module.exports) declaration.module = "dist/element.js";
      for (const declaration of module.declarations) {
        declaration.members = declaration.members.filter(({ privacy }) => !privacy);
        declaration.events = declaration.events.filter(({ name }) => name.startsWith("quandian-"));
        for (const member of [...declaration.members, ...declaration.attributes]) delete member.inheritedFrom;
        declaration.superclass = { name: "HTMLElement" };
      }
    }
  },
};

export default {
  globs: ["js/element.ts", "js/element/attributes.ts", "js/define.ts"],
  outdir: ".",
  packagejson: false,
  plugins: [asPublished],
};
