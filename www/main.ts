import "./parts/page.js";
