/** Style of a document on paper and alone in a browser: A4, grey, no font to fetch. */
export const paperStyle = `
@page { size: A4; margin: 13mm 16mm; }
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #1a1a1a; font: 9.6pt/1.38 Georgia, "Liberation Serif", "Times New Roman", serif; }
article { max-width: 178mm; margin: 0 auto; padding: 8mm 4mm; }
h1 { font-size: 15pt; line-height: 1.2; margin: 0 0 1mm; }
h2 { font: 600 9.6pt/1.3 system-ui, sans-serif; letter-spacing: .02em; margin: 3.6mm 0 1.1mm; border-bottom: .3mm solid #767676; padding-bottom: .6mm; break-after: avoid; }
h3 { font-size: 9.8pt; margin: 2.5mm 0 .8mm; break-after: avoid; }
p { margin: 0 0 1.6mm; }
.subtitle { color: #444; }
.lead { font-size: 10.8pt; line-height: 1.36; }
.aside, footer { color: #444; font-size: 8.6pt; }
.handling { font: 600 9pt/1.2 system-ui, sans-serif; letter-spacing: .06em; text-transform: uppercase; text-align: center; margin: 0 0 2mm; }
ul, ol { margin: 0 0 1.6mm; padding-left: 5mm; }
li { margin-bottom: .6mm; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; font-size: 9pt; margin: 1mm 0 2mm; }
th:first-child { width: 57%; }
th:nth-child(2) { width: 16%; }
caption { text-align: left; color: #444; font-size: 9pt; padding-bottom: .8mm; }
th { text-align: left; font: 600 9pt/1.3 system-ui, sans-serif; }
th, td { border-top: .2mm solid #b0b0b0; padding: .8mm 2mm .8mm 0; vertical-align: top; }
tr { break-inside: avoid; }
footer { border-top: .2mm solid #b0b0b0; margin-top: 3mm; padding-top: 1mm; }
.page-break { break-after: page; }
@media print { article { padding: 0; max-width: none; } }
`;
