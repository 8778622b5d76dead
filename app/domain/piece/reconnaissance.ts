import type { CodePiece } from '#domain/piece/piece'
import { lireNom } from '#domain/piece/libelle'
import { plier } from '#domain/texte'

/** How sure a guess is. An officer confirms either; SURE only says the label names one pièce and no other. */
export type Confiance = 'SURE' | 'PROBABLE'

export type Reconnaissance = { code: CodePiece; confiance: Confiance }

type Regle = { code: CodePiece; motif: RegExp; confiance?: Confiance }

const STRUCTURE =
  'association|asso|structure|commune|collectivite|etablissement|organisme|comite|club|general|global|annuel'
const PROJET = 'projet|action|mobilite|sejour|voyage|echange|jumelage|rencontre|62mei'

/**
 * Ordered: the first rule that matches wins, so a label that contains another's words comes before it (« Attestation d'engagement au
 * contrat d'engagement républicain » is a CER and no attestation sur l'honneur, « Budget réalisé » no budget of the project).
 */
const REGLES: readonly Regle[] = [
  { code: 'CER', motif: /\bc ?e ?r\b|engagement republicain|contrat d? ?engagement|charte republicaine/ },
  { code: 'RIB', motif: /\br ?i ?b\b|\biban\b|releve d? ?identite bancaire|coordonnees bancaires|\bbic\b/ },
  { code: 'RECEPISSE_PREF', motif: /recepiss|declaration (a|en|de) (la )?(sous )?prefecture|\bprefecture\b/ },
  { code: 'JO', motif: /\bjoafe\b|journal officiel|\bj ?o\b|parution/ },
  { code: 'AVIS_SIRENE', motif: /\bsirene?\b|\binsee\b|avis de situation|\bsiret\b/ },
  { code: 'ASSURANCE', motif: /\bassurance|responsabilite civile|\brc pro\b/ },
  { code: 'DOMICILE_JEUNES', motif: /\bdomicile|\bresidence\b|quittance/ },
  { code: 'ATTESTATION_HONNEUR', motif: /\bhonneur\b/ },
  { code: 'POUVOIR', motif: /\bpouvoirs?\b|delegation|mandat|habilitation/ },
  {
    code: 'DELIBERATION',
    motif: /\bdelib|extrait du registre|acte du ca\b|conseil d administration|\b(p ?v|proces verbal)\b/,
  },
  {
    code: 'DIRIGEANTS',
    motif: /\bdirigeants?\b|composition du (bureau|ca)|membres du (bureau|ca|conseil)|liste du bureau|^bureau$/,
  },
  { code: 'STATUTS', motif: /\bstatuts?\b/ },
  {
    code: 'BILAN_PREC',
    motif:
      /compte rendu|bilan (qualitatif|de l action|du projet|d action|d activites?|moral|precedent|subvention)|rapport d activites?/,
  },
  { code: 'COMPTES_N1', motif: /realise|\bcomptes?\b|compte de resultat|bilan (financier|comptable)|\bn 1\b|cloture/ },
  { code: 'BILAN_PREC', motif: /\bbilans?\b/, confiance: 'PROBABLE' },
  { code: 'ACCORD_PARTENAIRE', motif: /\baccord\b|partenari|partenaire|\bconvention\b|\bcharte\b|serment|cooperation/ },
  {
    code: 'BUDGET_PROJET',
    motif: new RegExp(`\\b(budget|plan de financement)\\b.*\\b(${PROJET})\\b|\\b(${PROJET})\\b.*\\bbudget\\b`),
  },
  { code: 'BUDGET_STRUCTURE_N', motif: new RegExp(`\\bbudget\\b.*\\b(${STRUCTURE})\\b`) },
  { code: 'BUDGET_PROJET', motif: /\bplan de financement\b/, confiance: 'PROBABLE' },
  { code: 'BUDGET_STRUCTURE_N', motif: /\bbudget\b.*\b20\d\d\b/, confiance: 'PROBABLE' },
  { code: 'BUDGET_PROJET', motif: /\bbudget\b|\bbp\b/, confiance: 'PROBABLE' },
  { code: 'PROGRAMME', motif: /\bprogramme|\bplanning\b|deroule|itineraire|calendrier/ },
  { code: 'LETTRE', motif: /\blettre|\bcourrier\b|demande de (subvention|soutien|financement)|sollicit/ },
]

/**
 * The pièce that a file's name most likely is, or null. A workbook headed « budget » leans to the project's, a PDF with a year to the
 * structure's; always to be confirmed by an officer (docs/domaine.md § 9.1).
 */
export function reconnaitrePiece(nomFichier: string): Reconnaissance | null {
  const { libelle, extension } = lireNom(nomFichier)
  const texte = plier(libelle)
  const estClasseur = extension === 'xlsx' || extension === 'xls' || extension === 'ods'
  const regle = REGLES.find(({ motif }) => motif.test(texte))
  if (!regle) return null
  const confiance = regle.confiance ?? 'SURE'
  const douteux = regle.code === 'BUDGET_STRUCTURE_N' && confiance === 'PROBABLE' && estClasseur
  return { code: douteux ? 'BUDGET_PROJET' : regle.code, confiance }
}
