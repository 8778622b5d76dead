import { compter } from '#domain/nombre'
import type { Completude, EtatCompletude, Exigence } from '#domain/piece/completude'
import { type CodePiece, type Controle, isCodePiece, type MotifControle, type RefusControle } from '#domain/piece/piece'
import type { Genre } from '#domain/structure/genre'
import { codeFichierBilan } from '#domain/suite-accord/fichier-de-bilan'
import { LIBELLE_FICHIER_BILAN } from '#libelles/suite-accord/fichier-de-bilan'

export const LIBELLE_PIECE: Record<CodePiece, string> = {
  BUDGET_PROJET: 'Budget prévisionnel du projet',
  LETTRE: 'Lettre de demande',
  DELIBERATION: 'Extrait de délibération',
  STATUTS: 'Statuts',
  RECEPISSE_PREF: 'Récépissé de déclaration en préfecture',
  JO: 'Extrait de publication au Journal officiel',
  DIRIGEANTS: 'Liste des dirigeants',
  COMPTES_N1: 'Comptes de l’année précédente',
  BUDGET_STRUCTURE_N: 'Budget prévisionnel de la structure',
  CER: 'Contrat d’engagement républicain',
  RIB: 'RIB',
  ATTESTATION_HONNEUR: 'Attestation sur l’honneur',
  POUVOIR: 'Pouvoir ou délégation de signature',
  ACCORD_PARTENAIRE: 'Accord du partenaire',
  DOMICILE_JEUNES: 'Justificatifs de domicile des jeunes',
  PROGRAMME: 'Programme du séjour',
  AVIS_SIRENE: 'Avis de situation SIRENE',
  ASSURANCE: 'Attestation d’assurance',
  BILAN_PREC: 'Bilan de la subvention précédente',
}

/** What an officer checks on each (docs/domaine.md § 3.2). */
export const REGLE_PIECE: Record<CodePiece, string> = {
  BUDGET_PROJET: 'Classeur .xlsx lisible, équilibré, où la ligne du Département est égale au montant demandé.',
  LETTRE: 'Datée et signée par le représentant légal, adressée au Président du Conseil départemental.',
  DELIBERATION: 'Signée, datée, exécutoire\u00a0; pour un collège ou un lycée, acte du conseil d’administration.',
  STATUTS: 'Dernière version, datée et signée par le président.',
  RECEPISSE_PREF: 'Montre le numéro RNA et le nom déclaré dans la demande.',
  JO: 'Montre le nom de l’association et la date de publication.',
  DIRIGEANTS: 'À jour. Ne demandez jamais la liste nominative des membres.',
  COMPTES_N1: 'De l’année précédente, approuvés et signés par le président.',
  BUDGET_STRUCTURE_N: 'De l’année en cours, équilibré, signé, où figure la subvention demandée.',
  CER: 'Les 7 engagements, signés, à une date postérieure au 2 janvier 2022.',
  RIB: 'Au nom de la structure, IBAN valide.',
  ATTESTATION_HONNEUR: 'Signée par le représentant légal ou la personne qui a pouvoir.',
  POUVOIR: 'Demandé si le signataire n’est pas le représentant légal.',
  ACCORD_PARTENAIRE: 'Nomme et engage les deux parties, aux dates du projet.',
  DOMICILE_JEUNES:
    'De moins de 3 mois au dépôt, dans le Pas-de-Calais. Une liste attestée par la structure peut suffire.',
  PROGRAMME: 'Dates comprises dans la période du projet.',
  AVIS_SIRENE: 'De moins de 3 mois, établissement actif.',
  ASSURANCE: 'Couvre les dates du projet.',
  BILAN_PREC: 'Reçu avant toute nouvelle décision.',
}

export const LIBELLE_CONTROLE: Record<Controle, string> = {
  A_CONTROLER: 'À contrôler',
  CONFORME: 'Conforme',
  NON_CONFORME: 'Non conforme',
  SANS_OBJET: 'Sans objet',
  DISPENSEE: 'Déjà détenue',
}

/** Where a pièce stands, in a word or two: `controle` is null for one that nobody deposited, `code` for one that nobody recognised. */
export function motDEtatDePiece(piece: {
  code: string | null
  exigence: Exigence | null
  controle: Controle | null
}): string {
  const { code, exigence, controle } = piece
  if (controle === null) return exigence === 'OBLIGATOIRE' ? 'Absente' : 'Non déposée'
  if (code === null) return 'À reconnaître'
  return exigence === null && controle === 'A_CONTROLER' ? 'À contrôler (non demandée)' : LIBELLE_CONTROLE[controle]
}

export const LIBELLE_EXIGENCE: Record<Exigence, string> = { OBLIGATOIRE: 'Obligatoire', SI_PERTINENT: 'Si pertinent' }

export const LIBELLE_COMPLETUDE: Record<EtatCompletude, string> = {
  MANQUANTES: 'Incomplet',
  A_CONTROLER: 'À contrôler',
  COMPLET: 'Complet',
}

export const LIBELLE_MOTIF_CONTROLE: Record<MotifControle, string> = {
  ILLISIBLE: 'Illisible',
  NON_SIGNEE: 'Non signée',
  NON_DATEE: 'Non datée',
  MAUVAISE_ANNEE: 'Mauvaise année',
  MAUVAIS_TITULAIRE: 'Mauvais titulaire',
  PERIMEE: 'Périmée (plus de 3 mois)',
  DESEQUILIBREE: 'Déséquilibrée',
  MONTANT_DIFFERENT: 'Montant différent de la demande',
  AUTRE_STRUCTURE: 'Document d’une autre structure',
  INCOMPLETE: 'Incomplète',
  MAUVAIS_FORMAT: 'Mauvais format',
  TROP_VOLUMINEUSE: 'Plus de 20 Mo',
  LIBELLE_TROP_LONG: 'Libellé de plus de 50 caractères',
  NON_CONCERNE: 'La structure n’est pas concernée',
  DEJA_DETENUE: 'Déjà détenue par le Département',
  AUTRE: 'Autre motif',
}

/** A reason for people; one written by another version of the software says that, and shows no code. */
export const nomDeMotif = (motif: string): string =>
  (LIBELLE_MOTIF_CONTROLE as Record<string, string>)[motif] ?? 'Motif que cette version du logiciel ne connaît pas'

export const LIBELLE_REFUS_CONTROLE: Record<RefusControle, string> = {
  MOTIF_MANQUANT: 'Choisissez un motif.',
  MOTIF_INCONNU: 'Ce motif ne convient pas\u00a0: choisissez-en un dans la liste.',
  PRECISION_MANQUANTE: 'Précisez le motif en quelques mots.',
  PIECE_SANS_FICHIER: 'Aucun fichier n’a été déposé pour cette pièce\u00a0: elle ne peut être que sans objet.',
}

/** The name of a code for people; a code that is not of ours says so, as an absent one does. */
export const nomDePiece = (code: string | null): string => {
  if (code === null) return 'Pièce à reconnaître'
  return isCodePiece(code) ? LIBELLE_PIECE[code] : 'Pièce que cette version du logiciel ne connaît pas'
}

/** Who asks, as the portal names it to an association (docs/domaine.md § 1.5): of what the pièce is, and who signs for it (§ 3.2). */
const QUI_DEMANDE: Partial<Record<Genre, { de: string; signataire: string }>> = {
  association: { de: 'de l’association', signataire: ' du Président' },
  fondation: { de: 'de la fondation', signataire: ' du Président' },
  commune: { de: 'de la commune', signataire: ' du Maire' },
  epci_syndicat: { de: 'de l’établissement', signataire: ' du Président' },
  ccas_epl: { de: 'de l’établissement', signataire: ' du Président' },
  eple: { de: 'de l’établissement', signataire: ' du Chef d’établissement' },
  ecole_privee: { de: 'de l’école', signataire: ' du Président' },
}
const UNE_STRUCTURE = { de: 'de la structure', signataire: '' }

/** What the portal calls a pièce after who asks. */
const nomsSelonQui = ({ de, signataire }: typeof UNE_STRUCTURE) => ({
  LETTRE: `Lettre datée/signée${signataire} sollicitant un soutien financier du CD62`,
  COMPTES_N1: `Budget réalisé N-1 ${de}, signé`,
  BUDGET_STRUCTURE_N: `Budget prévisionnel équilibré (année N) ${de}, signé, avec subvention sollicitée`,
  RIB: `RIB au nom ${de}`,
})

/**
 * What the portal calls a pièce, where an officer says it shorter (docs/domaine.md § 1.5): who applies has these words on the screen where the
 * pièce is to be given.
 */
const NOM_AU_PORTAIL = {
  STATUTS: 'Statuts datés et signés par le Président',
  RECEPISSE_PREF: 'Récépissé de déclaration à la Préfecture',
  JO: 'Copie de l’extrait de publication au Journal Officiel',
  CER: 'Attestation d’engagement au respect des 7 principes du contrat d’engagement républicain',
  ACCORD_PARTENAIRE: 'Accord de coopération / partenariat avec le partenaire du pays de destination',
  DOMICILE_JEUNES: 'Justificatif de domicile de moins de 3 mois pour les jeunes qui participent à la mobilité',
} as const satisfies Partial<Record<CodePiece, string>>

/** The name of a pièce in what an applicant reads; of this genre, where it is known. */
export function nomPourLeDemandeur(code: string, genre: Genre | null = null): string {
  const duBilan = codeFichierBilan(code)
  if (duBilan) return LIBELLE_FICHIER_BILAN[duBilan]
  const noms: Record<string, string> = {
    ...NOM_AU_PORTAIL,
    ...nomsSelonQui((genre && QUI_DEMANDE[genre]) ?? UNE_STRUCTURE),
  }
  return noms[code] ?? nomDePiece(code)
}

const COMPTE = {
  manquantes: ['pièce manque', 'pièces manquent'],
  nonConformes: ['pièce n’est pas conforme', 'pièces ne sont pas conformes'],
  aControler: ['pièce reste à contrôler', 'pièces restent à contrôler'],
} as const

/** Why a dossier is not complete, in one sentence: « 3 pièces manquent, 2 restent à contrôler. » */
export function pourquoi(completude: Completude): string {
  if (completude.complet) return 'Toutes les pièces demandées sont conformes.'
  const cles = ['manquantes', 'nonConformes', 'aControler'] as const
  const parts = cles
    .filter((cle) => completude[cle].length > 0)
    .map((cle) => compter(completude[cle].length, COMPTE[cle][0], COMPTE[cle][1]))
  const phrase = parts.map((part, rang) => (rang === 0 ? part : part.replace(/\spièces?(?= )/, ''))).join(', ')
  return `${phrase}.`
}
