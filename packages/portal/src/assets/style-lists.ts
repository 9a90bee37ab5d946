/** Answers, tables, task lists, steps, and the printed page. */
export const STYLE_LISTS = `
.answers{border-top:1px solid var(--line);margin-bottom:var(--gap)}
.answers>div{display:grid;gap:0 1rem;padding:.625rem 0;border-bottom:1px solid var(--line)}
.answers dt{font-weight:600}
.answers dd{margin:0;white-space:pre-line}
.answers-head{display:flex;gap:1rem;justify-content:space-between;align-items:baseline}
.answers-head a{padding:.5rem 0}
@media(min-width:40rem){.answers>div{grid-template-columns:minmax(10rem,2fr) 3fr}}
.tasks{list-style:none;padding:0;border-top:1px solid var(--line)}
.tasks li{display:flex;flex-wrap:wrap;gap:.25rem 1rem;justify-content:space-between;align-items:center;border-bottom:1px solid var(--line);padding:.375rem 0;margin:0}
.tasks .hint{flex-basis:100%;margin:0}
.tasks a{display:inline-flex;align-items:center;min-height:44px}
.tag{display:inline-block;font-size:1rem;font-weight:600;padding:.125rem .5rem;border-radius:var(--radius);border:1px solid currentColor;background:var(--shade);color:var(--ink);white-space:nowrap}
.tag.late{background:#fdecee;color:var(--error)}
.tag.soon{background:#fff8e5;color:#6b4600}
.tag.done{background:#e7f5ec;color:var(--green)}
.cards{list-style:none;padding:0;display:grid;gap:1rem}
@media(min-width:40rem){.cards{grid-template-columns:1fr 1fr}}
.cards li{border:1px solid var(--line);border-radius:var(--radius);padding:1rem;margin:0}
.cards li p{margin:.25rem 0 0}
.cards a{font-weight:600}
.steps{counter-reset:step;list-style:none;padding:0;max-width:42rem}
.steps li{counter-increment:step;position:relative;padding:0 0 1rem 3rem;margin:0;border-left:2px solid var(--line);margin-left:1rem;padding-left:2rem}
.steps li:last-child{border-left-color:transparent}
.steps li::before{content:counter(step);position:absolute;left:-1rem;top:0;width:2rem;height:2rem;border-radius:50%;background:var(--blue);color:#fff;font-weight:700;display:grid;place-items:center;font-size:1rem}
.steps p{margin:0}
.hashes code{overflow-wrap:anywhere}
.hashes li:target{outline:3px solid var(--blue);outline-offset:.25rem}
.progress{list-style:none;padding:0;display:grid;gap:.5rem;margin-bottom:var(--gap)}
.progress li{border-left:6px solid var(--line);padding:.25rem .75rem;margin:0;color:var(--quiet)}
.progress .done{border-color:var(--green)}
.progress .current{border-color:var(--blue);color:var(--ink);font-weight:600}
@media(min-width:40rem){.progress{grid-auto-flow:column;grid-auto-columns:1fr}.progress li{border-left:0;border-top:6px solid var(--line);padding:.5rem 0 0}.progress .done{border-color:var(--green)}.progress .current{border-color:var(--blue)}}
.history{list-style:none;padding:0;max-width:42rem}
.history li{border-left:4px solid var(--line);padding:0 0 0 1rem;margin:0 0 1rem}
.history p{margin:0}
.lines{white-space:pre-line}
summary{min-height:44px;padding:.5rem 0;cursor:pointer;font-weight:600;color:var(--blue)}
.wide{overflow-x:auto;margin-bottom:var(--gap)}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.625rem .75rem .625rem 0;border-bottom:1px solid var(--line)}
th{font-weight:600}
td a{display:inline-block;padding:.5rem 0}
caption{text-align:left;font-weight:600;font-size:1.25rem;padding-bottom:.5rem}
@media(max-width:44rem){.stack thead{position:absolute;left:-999rem}.stack tr{display:block;border-bottom:2px solid var(--line);padding:.5rem 0}.stack td,.stack th{display:block;border:0;padding:.125rem 0}.stack td[data-head]::before{content:attr(data-head) ": ";font-weight:600}}
.files{list-style:none;padding:0}
.files li{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:center}
.files .button{margin:0}
.qr{display:block;width:11rem;height:11rem;background:#fff;padding:.5rem;border:1px solid var(--line)}
.two{display:grid;gap:0 3rem}
.two>section>h2{margin-top:.5rem}
@media(min-width:56rem){.two{grid-template-columns:minmax(0,3fr) minmax(0,2fr)}}
@media print{.top,.bottom,.back,.button,nav,form,.task,.skip,.no-print{display:none!important}body{font-size:12pt}.panel{color:#000;background:none;border:2px solid #000}a{color:inherit;text-decoration:none}.wrap{max-width:none;padding:0}}
`;
