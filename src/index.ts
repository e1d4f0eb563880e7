/** The public API of Détente: everything the command line and the workbench use. */
export type { Concept, ConceptId } from './analysis/stability/concept.js';
export { concepts } from './analysis/stability/concepts.js';
export { askableFamilies } from './analysis/stability/further-concepts.js';
export type { AssumptionSet, Doubt, DoubtKind } from './analysis/uncertainty/doubt.js';
export { allDoubtKinds, doubtsOf } from './analysis/uncertainty/doubts-of.js';
export type { Analysis } from './core/analysis.js';
export type * from './core/case.js';
export type { HeadlineId, MixtureId, PartyConcept, Replies } from './core/concept-ids.js';
export { conceptForAll } from './core/concept-ids.js';
export {
  type Diagnostic,
  hasErrors,
  type Path,
  type Severity,
  type Span,
} from './core/diagnostic.js';
export { diagnosticCodes } from './core/diagnostic-codes.js';
export type { Difference } from './core/difference.js';
export { compileExpression, type Expression } from './core/expression.js';
export { expressionText } from './core/expression-text.js';
export { expressionWords } from './core/expression-words.js';
export { buildModel, defaultReadings, type Model, type ReadingSet } from './core/model.js';
export { conditionOfSettings, proposalLevels } from './core/proposal-levels.js';
export { formatRational, parseRational, type Rational } from './core/rational.js';
export { type Control, type Kept, type Report, uncontrolled } from './core/report.js';
export { settingsOfExpression } from './core/settings-of-expression.js';
export {
  buildSpace,
  levelsOf,
  mostListedOutcomes,
  outcomeCount,
  type Space,
} from './core/space.js';
export { version } from './core/version.js';
export type { FileDiagnostic, FilesImport, SourceFile } from './io/bargaining/source-file.js';
export { canonicalJson } from './io/canonical-json.js';
export { formatDiagnostic, formatRemark } from './io/case-file/format-diagnostic.js';
export { applyPatches, lineEndingOf, scalarText } from './io/case-file/patch.js';
export { positionAt } from './io/case-file/position.js';
export { type CaseReading, readCase } from './io/case-file/read-case.js';
export { caseJsonSchema } from './io/case-file/schema.js';
export { type CsvCell, csvChunks } from './io/csv.js';
export {
  type ChunkRecord,
  chunkRecordText,
  type JobIds,
  jobIds,
  readChunkRecord,
} from './io/ensemble-json.js';
export { conditionOf } from './io/expression/condition-of.js';
export { filesToImport, importFiles } from './io/import-files.js';
export { jsonChunks } from './io/json-text.js';
export { nearestName } from './io/nearest-name.js';
export { exportNegmas, type NegmasExport } from './io/negmas/export-negmas.js';
export { newCaseText } from './io/new-case.js';
export { type Act, caseAfter, type Hindrance } from './questions/act.js';
export { amountText } from './questions/amount.js';
export { chunkAnswerer } from './questions/answer-chunk.js';
export {
  type AskedConcepts,
  askedConcepts,
  defaultConceptsOf,
} from './questions/asked-concepts.js';
export { briefEnsemble } from './questions/brief-ensemble.js';
export type { CaseOptions } from './questions/case-options.js';
export { deals } from './questions/deals.js';
export type * from './questions/deals-findings.js';
export { type Answered, type DiffOptions, type DiffReport, diff } from './questions/diff.js';
export type * from './questions/diff-findings.js';
export { doubtsFound } from './questions/doubt-found.js';
export {
  type EnsembleControl,
  ensemble,
  ensembleChunks,
  runEnsemble,
} from './questions/ensemble.js';
export type * from './questions/ensemble-findings.js';
export { type EnsemblePlan, ensemblePlan } from './questions/ensemble-plan.js';
export type * from './questions/ensemble-work.js';
export {
  type ExplainFindings,
  type ExplainOptions,
  explain,
  findOutcome,
  stateCount,
} from './questions/explain.js';
export type { FurtherFindings } from './questions/further-findings.js';
export { holds } from './questions/holds.js';
export type * from './questions/holds-findings.js';
export {
  type OutcomeFacts,
  type PackageAnswer,
  type PackageJudge,
  packageJudge,
} from './questions/judge-package.js';
export { fittingOutcomes, makeStable } from './questions/make-stable.js';
export type * from './questions/make-stable-findings.js';
export { type StateTables, stateTables } from './questions/state-tables.js';
export type * from './questions/threat-findings.js';
export type * from './questions/trap-findings.js';
export { type TrapOptions, traps } from './questions/traps.js';
export type * from './questions/ways-findings.js';
export { type Supposed, type Supposition, supposed } from './questions/what-if.js';
export { renderHtml } from './render/html.js';
export { renderMarkdown } from './render/markdown.js';
export { renderText } from './render/text.js';
export { bottomLineChanges, type SentenceChanges } from './report/bottom-line-changes.js';
export { briefDocument, wholeBrief } from './report/brief-document.js';
export { changeDocument } from './report/change-document.js';
export { type Changes, changesBetween, rowText, sayingKey, sectionsOf } from './report/changes.js';
export type { NodeRole } from './report/chosen-states.js';
export { type DealCard, type DealLook, dealLook } from './report/deal-look.js';
export type { DealMark, DealMarkKind, DealStanding } from './report/deal-marks.js';
export {
  type DealPlot,
  dealPlot,
  type NoDealLine,
  type PlotAxis,
  placeOn,
} from './report/deal-plot.js';
export { type DealTable, dealTable } from './report/deal-table.js';
export { dealsDocument } from './report/deals-document.js';
export { type DealsReport, isSomethingAgreeable } from './report/deals-words.js';
export { type DiffSide, diffDocument, isNothing } from './report/diff-document.js';
export type { Ask, Block, Document, Inline, ListItem } from './report/document.js';
export { type DoubtWords, doubtWords } from './report/doubt-words.js';
export { ensembleDocument } from './report/ensemble-document.js';
export {
  type EnsemblePictures,
  ensemblePictures,
  type FindOutItem,
  type FlipItem,
  type HeadlineRow,
  type ScenarioBranch,
  type ShareMark,
} from './report/ensemble-pictures.js';
export type { EnsembleReport } from './report/ensemble-shares.js';
export { ensembleTables } from './report/ensemble-tables.js';
export { explainDocument } from './report/explain-document.js';
export type { ExplainReport } from './report/explain-words.js';
export type { ExportTable } from './report/export-table.js';
export { exportTables } from './report/export-tables.js';
export { holdsDocument } from './report/holds-document.js';
export type { HoldsReport } from './report/holds-words.js';
export { type MakeStableReport, makeStableDocument } from './report/make-stable-document.js';
export type { OutcomeGrowth } from './report/outcome-growth.js';
export { type OutcomeLook, outcomeLook } from './report/outcome-look.js';
export type { OutcomePath, PathStep } from './report/outcome-path.js';
export { type PackageIssue, packageChoices } from './report/package-choices.js';
export type { PlotValue } from './report/plot-value.js';
export { sentencesOf, sentenceText } from './report/sentences.js';
export type { Stamp } from './report/stamp.js';
export {
  type GraphArc,
  type GraphCircle,
  type GraphNode,
  type StateGraph,
  stateGraph,
} from './report/state-graph.js';
export { supposedWords } from './report/supposed-words.js';
export {
  type ChartShare,
  ensembleChart,
  type TornadoChart,
  type TornadoChartBar,
} from './report/tornado-chart.js';
export { trapRemarks } from './report/trap-remarks.js';
export type { VerdictCard } from './report/verdict-cards.js';
