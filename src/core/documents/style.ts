import { TYPEFACE } from './faces.js';
import { layout as l } from './layout-table.js';

const { paper, margins } = l;

/** The layout of `config/document-layout.yaml` as a style sheet. */
export const documentStyle = `
@page{size:${paper.width}mm ${paper.height}mm;margin:${margins.top}mm ${margins.right}mm ${margins.bottom}mm ${margins.left}mm;@top-center{content:counter(page);font:${l.page_number}pt ${TYPEFACE};color:#000}}
@page:first{@top-center{content:none}}
*{box-sizing:border-box;margin:0;padding:0}
body{font:${l.body}pt/${l.line_height} ${TYPEFACE};color:#000;background:#fff;font-variant-ligatures:none;overflow-wrap:anywhere;orphans:2;widows:2}
p{margin-top:${l.paragraph_gap}pt;text-indent:${l.first_line}mm;text-align:justify;white-space:pre-line}
h1,h2{font-size:${l.title}pt;text-wrap:balance}h1{text-transform:uppercase}
header{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:8pt 4mm}
header p,.issuer,.decides,.sides p,.signers p{text-align:center;text-indent:0;margin:0;text-wrap:balance}
.superior,.agency{font-size:${l.agency}pt;text-transform:uppercase}.agency,.nation,.motto{font-weight:700}
header .nation{font-size:${l.nation}pt;white-space:nowrap}
.motto{font-size:${l.motto}pt;display:inline-block;border-bottom:.75pt solid;padding-bottom:1pt}
.short{display:inline-block}.short::after{content:'';display:block;width:${l.short_rule * 100}%;margin:1.5pt auto 0;border-top:.75pt solid}
.number{font-size:${l.number}pt}.place{font-size:${l.place}pt;font-style:italic}
.title{margin:18pt 0 6pt;text-align:center;break-after:avoid}
.issuer,.decides{font-weight:700;text-transform:uppercase;break-after:avoid}p.issuer,p.decides,.bases{margin-top:12pt}.bases p{font-style:italic}
.sides{display:flex;gap:6mm;margin-top:18pt;break-inside:avoid}.sides>div{flex:1 1 0;min-width:0}
.recipients{font-size:${l.recipients}pt}.sides .recipients p{text-align:left}.recipients .label{font-size:${l.recipients_label}pt;font-weight:700;font-style:italic}
.signature p,.signers p{font-weight:700}.role{text-transform:uppercase}.sides p.how,.signers p.how{font-weight:400;font-style:italic;font-size:${l.recipients_label}pt}
.sides p.name,.signers p.name{padding-top:${l.signature_gap}mm}.signers p.name{margin-top:auto}
.signers{display:flex;flex-wrap:wrap;margin-top:12pt}.signers>div{flex:0 0 50%;min-width:0;padding:4pt 3mm 6pt;display:flex;flex-direction:column;break-inside:avoid}
.served{margin-top:14pt;padding-top:4pt;border-top:.5pt solid;break-inside:avoid}.served .sides{margin-top:8pt;min-height:${l.signature_gap}mm}
.draft{position:fixed;inset:0;z-index:-1;display:grid;place-items:center;font-size:96pt;font-weight:700;color:#e4e4e4;text-transform:uppercase;white-space:nowrap;transform:rotate(-52deg)}
.annex{break-before:page;text-align:center}
table{width:calc(100% - 1pt);table-layout:fixed;border-collapse:collapse;margin-top:12pt;font-size:${l.table}pt}tr{break-inside:avoid}
th,td{border:.5pt solid;padding:2pt 4pt;text-align:left;vertical-align:top}th{text-align:center}th:nth-child(1){width:11mm}th:nth-child(3){width:36mm}`;
