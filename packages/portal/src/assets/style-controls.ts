/** Forms: fields, choices, buttons. */
export const STYLE_CONTROLS = `
.field,.group,.row{margin:0 0 var(--gap);padding:0;border:0;min-width:0}
.group{border-left:4px solid var(--line);padding-left:1rem}
.group .group{border-left-width:2px}
.row{border-top:1px solid var(--line);padding-top:1rem}
.invalid{border-left:4px solid var(--error);padding-left:1rem}
label,legend{display:block;font-weight:600;padding:0;margin:0 0 .25rem;max-width:42rem}
.group>legend{font-size:1.25rem;margin-bottom:.75rem}
.optional{font-weight:400;color:var(--quiet)}
.hint{color:var(--quiet);margin:0 0 .375rem;max-width:42rem}
.message{color:var(--error);font-weight:600;margin:0 0 .375rem}
.message .line{display:block}
input[type=text],input[type=search],input[type=file],select,textarea{font:inherit;color:inherit;background:var(--paper);border:2px solid #5a6168;border-radius:var(--radius);padding:.375rem .5rem;min-height:44px;width:100%;max-width:100%}
input[type=file]{padding:.5rem}
.invalid input[type=text],.invalid select,.invalid textarea,[aria-invalid=true]{border-color:var(--error)}
.w-s{max-width:9rem!important}.w-m{max-width:18rem!important}.w-l,select,textarea,input[type=search]{max-width:32rem!important}
.date{display:flex;gap:1rem;flex-wrap:wrap}
.date label{font-weight:400}
.part input{width:4rem!important}.year input{width:6rem!important}
.choices{display:grid;gap:.25rem}
.choices.inline{display:flex;flex-wrap:wrap;gap:.25rem 2rem}
.choice{position:relative;padding-left:3rem;min-height:44px;max-width:42rem}
.choice input{position:absolute;left:.5rem;top:.5rem;width:1.75rem;height:1.75rem;margin:0;accent-color:var(--blue)}
.choice label{font-weight:400;padding:.5rem 0;margin:0;cursor:pointer}
.with-unit{display:flex;align-items:center;gap:.5rem}
.button,button.button{display:inline-flex;align-items:center;justify-content:center;font:inherit;font-weight:600;min-height:44px;padding:.5rem 1.25rem;border:2px solid var(--blue);border-radius:var(--radius);background:var(--blue);color:#fff;text-decoration:none;cursor:pointer;margin:0 .75rem .75rem 0;text-align:center}
.button:hover{background:var(--blue-dark);border-color:var(--blue-dark);color:#fff}
.button.secondary,.button.small{background:var(--paper);color:var(--blue)}
.button.secondary:hover,.button.small:hover{background:var(--shade);color:var(--blue-dark)}
.button.small{font-size:1rem;padding:.25rem .75rem;margin-bottom:.5rem}
select+.button.small{margin-top:.5rem}
.button.warning{border-color:var(--error);color:var(--error);background:var(--paper)}
.button.warning:hover{background:#fdecee;color:var(--error);border-color:var(--error)}
.button[aria-disabled=true]{opacity:.6;cursor:progress}
.default{position:absolute;left:-999rem;width:1px;height:1px;overflow:hidden}
.search{display:flex;flex-wrap:wrap;gap:.5rem;align-items:end;margin-bottom:var(--gap)}
.search>div{flex:1 1 18rem}
.search .button{margin:0;padding-top:.375rem;padding-bottom:.375rem}
[hidden]{display:none!important}
`;
