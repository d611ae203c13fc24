/** The layout of the element itself: the text as the site sets it, the legend over it, the list beside or below. */
export const ELEMENT_LAYOUT = `
:host { display: block }
:host([hidden]) { display: none }
.error { margin-block: .3rem; padding-inline-start: .6rem; border-inline-start: 3px solid var(--red); font-size: .9em }
@media (min-width: 60rem) {
  .frame.side { display: grid; grid-template-columns: minmax(0, 1fr) minmax(16rem, 22rem); column-gap: 2rem; align-items: start }
  .frame.side > .panel:not(section), .frame.side > .error { grid-column: 1 / -1 }
  .frame.side > section { position: sticky; top: 1rem; --quandian-list-height: calc(100vh - 6rem) }
}
`;
