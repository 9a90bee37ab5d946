/** The officers' desk: dense tables, filters, the task beside what it is about. */
export const STYLE_DESK = `
.desk-bar{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:end;justify-content:space-between}
.desk-bar .search{margin:0 0 1rem;flex:0 1 30rem}
.desk-bar>.button{margin:0 0 1rem;padding-top:.375rem;padding-bottom:.375rem}
.tools{list-style:none;padding:0;margin:0 0 1rem;display:flex;flex-wrap:wrap;gap:0 1.25rem}
.tools li{margin:0}
.tools a{display:inline-flex;align-items:center;min-height:44px}
.filters>div{flex:1 1 14rem}
.tabs{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;border-bottom:1px solid var(--line)}
.tabs li{margin:0}
.tabs a{display:inline-flex;gap:.375rem;align-items:center;min-height:44px;border-bottom:4px solid transparent;text-decoration:none}
.tabs a[aria-current]{border-color:var(--blue);color:var(--ink);font-weight:600}
.tabs .late{color:var(--error)}
.compact{font-size:1rem}
.compact th,.compact td{padding:.375rem .75rem .375rem 0}
.compact tbody th{white-space:nowrap}
.compact tbody th a{display:inline-block;padding:.25rem 0}
.compact .long{min-width:12rem}
.pick label{display:grid;place-items:center;width:44px;min-height:44px;margin:-.375rem 0}
.pick input{width:1.5rem;height:1.5rem;margin:0;accent-color:var(--blue)}
.together,.outcomes{margin-top:1rem}
.compact .due{display:block;white-space:nowrap}
@media(max-width:44rem){.compact td{min-width:0!important}.compact .due{display:inline;padding-left:.5rem}.stack .pick{float:left;padding-right:.5rem}.compact tbody th a{padding:.625rem 0}}
.pages{display:flex;gap:1.5rem;margin-top:1rem}
.pages a{display:inline-flex;align-items:center;min-height:44px}
.task{border:2px solid var(--blue);border-radius:var(--radius);padding:1rem 1.25rem .5rem;margin:0 0 var(--gap)}
.task h2{margin-top:0}
.two section:first-child>h2{margin-top:0}
.links{list-style:none;padding:.5rem 0 0;margin:.5rem 0 0;border-top:1px solid var(--line);display:flex;flex-wrap:wrap;gap:0 1.5rem}
.links a{display:inline-flex;align-items:center;min-height:44px}
.acts{display:flex;flex-wrap:wrap;gap:0 1.25rem}
.acts a{display:inline-flex;align-items:center;min-height:44px}
.dense{font-size:1rem}
.dense>div{padding:.375rem 0}
@media(min-width:40rem){.dense>div{grid-template-columns:minmax(8rem,2fr) 3fr}}
.plain-list{padding-left:1.25rem}
`;
