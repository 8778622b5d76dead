import { no, ok, type Result } from '#domain/result'

/** Every pièce a campagne may ask for (docs/domaine.md § 3.2), in the order people read them. */
export const CODES_PIECE = [
  'BUDGET_PROJET',
  'LETTRE',
  'DELIBERATION',
  'STATUTS',
  'RECEPISSE_PREF',
  'JO',
  'DIRIGEANTS',
  'COMPTES_N1',
  'BUDGET_STRUCTURE_N',
  'CER',
  'RIB',
  'ATTESTATION_HONNEUR',
  'POUVOIR',
  'ACCORD_PARTENAIRE',
  'DOMICILE_JEUNES',
  'PROGRAMME',
  'AVIS_SIRENE',
  'ASSURANCE',
  'BILAN_PREC',
] as const
export type CodePiece = (typeof CODES_PIECE)[number]

export const isCodePiece = (value: string | null | undefined): value is CodePiece =>
  CODES_PIECE.some((code) => code === value)

/** What an officer says of the last version of a pièce. DISPENSEE: an earlier dossier holds it (CRPA L114-8). */
export const CONTROLES = ['A_CONTROLER', 'CONFORME', 'NON_CONFORME', 'SANS_OBJET', 'DISPENSEE'] as const
export type Controle = (typeof CONTROLES)[number]

/** What looking at a pièce may end with. DISPENSEE is no look: it takes the file of an earlier dossier. */
export const VERDICTS = ['A_CONTROLER', 'CONFORME', 'NON_CONFORME', 'SANS_OBJET'] as const satisfies Controle[]

/** Reasons an officer may give for a NON_CONFORME (docs/domaine.md § 3.2). */
export const MOTIFS_NON_CONFORMITE = [
  'ILLISIBLE',
  'NON_SIGNEE',
  'NON_DATEE',
  'MAUVAISE_ANNEE',
  'MAUVAIS_TITULAIRE',
  'PERIMEE',
  'DESEQUILIBREE',
  'MONTANT_DIFFERENT',
  'AUTRE_STRUCTURE',
  'INCOMPLETE',
  'MAUVAIS_FORMAT',
  'TROP_VOLUMINEUSE',
  'LIBELLE_TROP_LONG',
  'AUTRE',
] as const

/** Why a pièce is not asked of this dossier. DEJA_DETENUE: the administration holds it already (CRPA L113-12). */
export const MOTIFS_SANS_OBJET = ['NON_CONCERNE', 'DEJA_DETENUE', 'AUTRE'] as const

export type MotifNonConformite = (typeof MOTIFS_NON_CONFORMITE)[number]
export type MotifSansObjet = (typeof MOTIFS_SANS_OBJET)[number]
export type MotifControle = MotifNonConformite | MotifSansObjet

/** The reasons that go with a controle; none for CONFORME and A_CONTROLER. */
export const motifsDe = (controle: Controle): readonly MotifControle[] => {
  if (controle === 'NON_CONFORME') return MOTIFS_NON_CONFORMITE
  return controle === 'SANS_OBJET' ? MOTIFS_SANS_OBJET : []
}

export type Verdict = { controle: (typeof VERDICTS)[number]; motif?: string | null; precision?: string | null }

export type VerdictRetenu = { controle: Controle; motif: MotifControle | null; precision: string }

export type RefusControle = 'MOTIF_MANQUANT' | 'MOTIF_INCONNU' | 'PRECISION_MANQUANTE' | 'PIECE_SANS_FICHIER'

/**
 * What an officer's look at a pièce becomes. A NON_CONFORME and a SANS_OBJET say why, from their list, and in words too
 * where the list does not say enough. A pièce nobody deposited can only be SANS_OBJET, or be put back as it was.
 */
export function controler(
  piece: { aUnFichier: boolean },
  { controle, motif, precision }: Verdict,
): Result<VerdictRetenu, RefusControle> {
  const texte = (precision ?? '').trim()
  if (!piece.aUnFichier && (controle === 'CONFORME' || controle === 'NON_CONFORME')) return no('PIECE_SANS_FICHIER')
  const motifs = motifsDe(controle)
  if (motifs.length === 0) return ok({ controle, motif: null, precision: texte })
  if (!motif) return no('MOTIF_MANQUANT')
  const retenu = motifs.find((m) => m === motif)
  if (!retenu) return no('MOTIF_INCONNU')
  if (retenu === 'AUTRE' && !texte) return no('PRECISION_MANQUANTE')
  return ok({ controle, motif: retenu, precision: texte })
}
