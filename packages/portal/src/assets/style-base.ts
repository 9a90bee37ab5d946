/** Tokens, page frame, text and links. */
export const STYLE_BASE = `
:root{--ink:#1b1b1b;--quiet:#4d5359;--line:#b4bac0;--paper:#fff;--shade:#f3f4f6;--red:#a5121f;--error:#b3001b;--blue:#12457a;--blue-dark:#0c3259;--green:#0b6b3a;--focus:#ffd54a;--gap:1.5rem;--radius:4px}
*,*::before,*::after{box-sizing:border-box}
html{font:100%/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:var(--ink);background:var(--paper);-webkit-text-size-adjust:100%}
body{margin:0;font-size:1.125rem;overflow-wrap:break-word}
h1{font-size:1.75rem;line-height:1.25;margin:0 0 var(--gap)}
@media(min-width:40rem){h1{font-size:2.125rem}}
h2{font-size:1.375rem;line-height:1.3;margin:2.25rem 0 .75rem}
h3{font-size:1.125rem;margin:1.5rem 0 .5rem}
p,ul,ol,dl{margin:0 0 1rem}
ul,ol{padding-left:1.5rem}
li{margin-bottom:.375rem}
a{color:var(--blue);text-underline-offset:.15em}
a:hover{color:var(--blue-dark);text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--ink);outline-offset:0;box-shadow:0 0 0 6px var(--focus)}
main:focus-visible,[tabindex="-1"]:focus-visible{outline:0;box-shadow:none}
.wrap{max-width:64rem;margin:0 auto;padding:0 1rem}
.column{max-width:42rem}
.unseen{position:absolute!important;width:1px;height:1px;margin:-1px;padding:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap;border:0}
.skip{position:absolute;left:-999rem}
.skip:focus{position:static;display:inline-block;padding:.5rem 1rem;background:var(--focus);color:var(--ink)}
.top{background:var(--red);color:#fff;border-bottom:4px solid var(--focus)}
.top .wrap{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:center;justify-content:space-between;padding-top:.5rem;padding-bottom:.5rem}
.top a{color:#fff}
.top .name{font-weight:700;font-size:1.125rem;text-decoration:none;padding:.5rem 0;line-height:1.25}
.top .name small{display:block;font-weight:400;font-size:.9375rem}
.top nav{display:flex;flex-wrap:wrap;gap:0 1.25rem;align-items:center}
.top nav a,.top nav button{display:inline-flex;align-items:center;min-height:44px;font-size:1rem}
.top .plain{font:inherit;font-size:1rem;background:none;border:0;padding:0;color:#fff;text-decoration:underline;text-underline-offset:.15em;cursor:pointer}
.top form{margin:0}
main.wrap{padding-top:1.5rem;padding-bottom:3rem;display:block}
.bottom{border-top:1px solid var(--line);background:var(--shade);padding:1.25rem 0;font-size:1rem;color:var(--quiet)}
.bottom p{margin:0 0 .25rem}
.back{display:inline-flex;align-items:center;min-height:44px;margin:0 0 .5rem}
.caption{display:block;color:var(--quiet);font-size:1.125rem;font-weight:400;margin-bottom:.25rem}
.quiet{color:var(--quiet)}
.lead{font-size:1.25rem}
.notice,.summary{border:3px solid var(--blue);padding:1rem 1.25rem;margin:0 0 var(--gap);border-radius:var(--radius)}
.notice p:last-child,.summary ul:last-child{margin-bottom:0}
.notice.warning{border-color:#8a5a00;background:#fff8e5}
.summary{border-color:var(--error)}
.summary h2,.notice h2{margin:0 0 .5rem}
.summary ul{list-style:none;padding:0}
.summary a{color:var(--error);font-weight:600;display:inline-block;padding:.25rem 0}
.panel{background:var(--green);color:#fff;padding:1.5rem;text-align:center;margin:0 0 var(--gap);border-radius:var(--radius)}
.panel h1{margin:0 0 .5rem}
.panel .code{font-size:min(1.75rem,6vw);font-weight:700;letter-spacing:.02em;overflow-wrap:anywhere}
.panel p{margin:0}
`;
