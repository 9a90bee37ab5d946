/** What the preview's pages look like beside the portal's own style. */
export const PREVIEW_STYLE = `
.author main{max-width:none;padding:1rem}
.author .bar{background:#243240;color:#fff;padding:.5rem 1rem;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;align-items:center}
.author .bar a{color:#fff}.author .bar strong{margin-right:auto}
.author h1{margin-bottom:.25rem}
.author .sides{display:grid;gap:1.5rem 2.5rem}
@media(min-width:64rem){.author .sides{grid-template-columns:minmax(0,1fr) minmax(0,26rem)}.author .needs{position:sticky;top:1rem;align-self:start;max-height:calc(100vh - 2rem);overflow:auto}}
.author .form{border:1px solid var(--line);border-radius:var(--radius);padding:0 1rem 1rem;min-width:0}
.author .page{border-bottom:1px dashed var(--line);padding-bottom:.5rem}
.author .problem{border-left:5px solid var(--error);padding:.25rem .75rem;margin:0 0 1rem;min-width:0}
.author .problem.warning{border-color:#8a5a00}
.author .problem pre{overflow-x:auto;background:var(--shade);padding:.5rem;margin:.25rem 0;font-size:.875rem}
.author code{font-size:.9em;overflow-wrap:anywhere}
.author .drawing{overflow:auto;border:1px solid var(--line);border-radius:var(--radius);max-height:80vh}
.author .needs h2:first-child{margin-top:0}
.author .needs ul{padding-left:1.25rem}
.author .choices{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;padding:0}
.author .choices a{display:inline-flex;align-items:center;min-height:44px}
.author .choices [aria-current]{font-weight:700;text-decoration:none;color:var(--ink)}
.author-notes{margin-top:3rem;border:2px dashed #243240;border-radius:var(--radius);padding:1rem 1.25rem;font-size:1rem}
.author-notes .problem{border-left:5px solid var(--error);padding:.25rem .75rem;margin:0 0 1rem}
.author-notes .problem.warning{border-color:#8a5a00}
.author-notes pre{overflow-x:auto;background:var(--shade);padding:.5rem;margin:.25rem 0;font-size:.875rem}
.author-notes code{font-size:.9em;overflow-wrap:anywhere}
.workflow{font:14px system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;display:block;margin:0 auto}
.workflow rect{fill:#fff;stroke:#12457a;stroke-width:1.5}
.workflow .intake rect,.workflow .return rect{fill:#e8f4ec;stroke:#0b6b3a}
.workflow .consult rect,.workflow .wait rect,.workflow .confirm rect,.workflow .register rect{fill:#fff8e5;stroke:#8a5a00}
.workflow .fork rect{fill:#eef2fb}
.workflow .end rect{fill:#f3f4f6;stroke:#4d5359}
.workflow .stop rect,.workflow .refuse rect,.workflow .missing rect{stroke:#b3001b}
.workflow .quiet,.workflow .label{font-size:12px;fill:#4d5359}
.workflow .label{paint-order:stroke;stroke:#fff;stroke-width:4px}
.workflow .way{fill:none;stroke:#4d5359;stroke-width:1.2}
.workflow marker path{fill:#4d5359}
`;

/** Loads the page anew, by GET whatever brought it, once something was saved. Without it, authors reload by hand. */
export const PREVIEW_SCRIPT = `const source=new EventSource("/xem-truoc/tin");source.onmessage=()=>location.replace(location.href.split("#")[0]);`;
