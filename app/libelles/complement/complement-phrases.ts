import type { CodePiece, MotifNonConformite } from '#domain/piece/piece'

/** What a mail says of one pièce: what is wrong with it, and what to do. Lower-case fragments of a line, without a full stop. */
export type PhraseComplement = { constat: string; aFaire: string }

export const CONSTAT_ABSENTE = 'pièce absente du dossier'

/** What to send when a pièce is absent (docs/domaine.md § 3.2). */
export const A_FAIRE_ABSENTE: Record<CodePiece, string> = {
  BUDGET_PROJET:
    'envoyez le budget prévisionnel du projet sur le modèle Excel de l’appel, équilibré, où la ligne du Département est égale au montant demandé',
  LETTRE:
    'envoyez la lettre de demande adressée au Président du Conseil départemental, datée et signée par le représentant légal',
  DELIBERATION:
    'envoyez l’extrait de délibération qui approuve le projet et autorise la demande, daté, signé et exécutoire',
  STATUTS: 'envoyez la dernière version des statuts, datée et signée par le président',
  RECEPISSE_PREF: 'envoyez le récépissé de déclaration en préfecture, ou celui de la dernière modification',
  JO: 'envoyez l’extrait de publication au Journal officiel',
  DIRIGEANTS: 'envoyez la liste à jour des dirigeants (président, trésorier, secrétaire), sans celle des membres',
  COMPTES_N1: 'envoyez le budget réalisé ou les comptes de l’année précédente, approuvés et signés par le président',
  BUDGET_STRUCTURE_N:
    'envoyez le budget prévisionnel de la structure pour l’année en cours, équilibré et signé, où figure la subvention demandée',
  CER: 'envoyez le contrat d’engagement républicain, daté et signé par le président',
  RIB: 'envoyez le RIB de la structure, délivré par sa banque et établi à son nom',
  ATTESTATION_HONNEUR: 'envoyez l’attestation sur l’honneur signée par le représentant légal',
  POUVOIR: 'envoyez la délégation de signature de la personne qui a signé la demande',
  ACCORD_PARTENAIRE: 'envoyez l’accord du partenaire, signé par les deux parties et couvrant les dates du projet',
  DOMICILE_JEUNES:
    'envoyez un justificatif de domicile de moins de 3 mois par jeune, ou la liste attestée par le responsable de la structure',
  PROGRAMME: 'envoyez le programme prévisionnel du séjour, jour par jour',
  AVIS_SIRENE: 'envoyez l’avis de situation SIRENE de moins de 3 mois (avis-situation-sirene.insee.fr)',
  ASSURANCE: 'envoyez l’attestation d’assurance qui couvre les dates du projet',
  BILAN_PREC: 'envoyez le bilan du projet subventionné l’année précédente',
}

/** What is wrong for each reason of refusal, and what to do about it whatever the pièce. AUTRE is said in the officer's words. */
const MOTIF: Record<Exclude<MotifNonConformite, 'AUTRE'>, PhraseComplement> = {
  ILLISIBLE: { constat: 'document illisible', aFaire: 'envoyez-le de nouveau, numérisé à plat et lisible en entier' },
  NON_SIGNEE: { constat: 'document non signé', aFaire: 'envoyez-le signé par le représentant légal' },
  NON_DATEE: { constat: 'document non daté', aFaire: 'envoyez-le daté' },
  MAUVAISE_ANNEE: { constat: 'document d’une autre année', aFaire: 'envoyez celui de l’année demandée' },
  MAUVAIS_TITULAIRE: {
    constat: 'document établi à un autre nom',
    aFaire: 'envoyez celui établi au nom de la structure',
  },
  PERIMEE: { constat: 'document de plus de 3 mois', aFaire: 'envoyez un document de moins de 3 mois' },
  DESEQUILIBREE: {
    constat: 'le total des charges n’est pas égal au total des produits',
    aFaire: 'envoyez un budget équilibré',
  },
  MONTANT_DIFFERENT: {
    constat: 'le montant demandé au Département n’est pas celui de votre demande',
    aFaire: 'mettez les deux montants en accord et envoyez le document corrigé',
  },
  AUTRE_STRUCTURE: { constat: 'document d’une autre structure', aFaire: 'envoyez celui de votre structure' },
  INCOMPLETE: { constat: 'document incomplet', aFaire: 'envoyez le document entier' },
  MAUVAIS_FORMAT: { constat: 'format de fichier non accepté', aFaire: 'envoyez-le en PDF' },
  TROP_VOLUMINEUSE: { constat: 'fichier de plus de 20\u00a0Mo', aFaire: 'envoyez un fichier plus léger' },
  LIBELLE_TROP_LONG: {
    constat: 'libellé de plus de 50 caractères',
    aFaire: 'envoyez-le de nouveau sous un libellé plus court',
  },
}

/** Where one pièce calls for more precise words than its reason. */
const PROPRES: Partial<Record<CodePiece, Partial<Record<MotifNonConformite, Partial<PhraseComplement>>>>> = {
  BUDGET_PROJET: {
    MAUVAIS_FORMAT: {
      constat: 'le budget n’est pas un classeur .xlsx lisible',
      aFaire: 'ouvrez-le dans Excel ou LibreOffice, enregistrez-le en .xlsx et envoyez-le de nouveau',
    },
    DESEQUILIBREE: {
      aFaire: 'corrigez le classeur pour que charges et produits soient égaux et envoyez-le de nouveau',
    },
    MONTANT_DIFFERENT: {
      aFaire: 'inscrivez sur la ligne du Département le montant demandé, et envoyez le classeur corrigé',
    },
  },
  LETTRE: { NON_SIGNEE: { aFaire: 'envoyez la lettre signée par le représentant légal, ou joignez sa délégation' } },
  DELIBERATION: {
    INCOMPLETE: {
      constat: 'l’extrait ne porte pas la mention exécutoire',
      aFaire: 'envoyez l’extrait avec la date de transmission à la préfecture',
    },
  },
  STATUTS: {
    NON_SIGNEE: { constat: 'statuts non signés', aFaire: 'envoyez les statuts datés et signés par le président' },
  },
  COMPTES_N1: { MAUVAISE_ANNEE: { aFaire: 'envoyez les comptes de l’année précédente' } },
  BUDGET_STRUCTURE_N: { MAUVAISE_ANNEE: { aFaire: 'envoyez le budget prévisionnel de l’année en cours' } },
  CER: { NON_DATEE: { aFaire: 'envoyez le contrat daté (après le 2 janvier 2022) et signé' } },
  RIB: {
    MAUVAIS_TITULAIRE: {
      constat: 'le compte n’est pas au nom de la structure',
      aFaire: 'envoyez le RIB d’un compte ouvert au nom de la structure',
    },
  },
  DOMICILE_JEUNES: {
    PERIMEE: {
      constat: 'justificatif de plus de 3 mois au jour du dépôt',
      aFaire: 'envoyez un justificatif de moins de 3 mois, ou la liste attestée par le responsable de la structure',
    },
    INCOMPLETE: {
      constat: 'il manque le justificatif d’un ou plusieurs jeunes',
      aFaire: 'envoyez un justificatif par jeune, ou la liste attestée par le responsable de la structure',
    },
  },
}

const aLaSuite = (constat: string, precision: string) =>
  precision && constat ? `${constat}\u00a0: ${precision}` : constat || precision

/** A refused pièce as the mail says it: its reason, the officer's own words, and what to do. */
export function phraseNonConforme(code: CodePiece, motif: string | null, precision: string): PhraseComplement {
  const general = (MOTIF as Record<string, PhraseComplement>)[motif ?? ''] ?? {
    constat: '',
    aFaire: A_FAIRE_ABSENTE[code],
  }
  const propre = (PROPRES[code] as Record<string, Partial<PhraseComplement>> | undefined)?.[motif ?? ''] ?? {}
  const { constat, aFaire } = { ...general, ...propre }
  return { constat: aLaSuite(constat, precision.trim().replace(/\.$/, '')) || 'document non conforme', aFaire }
}

export const phraseAbsente = (code: CodePiece): PhraseComplement => ({
  constat: CONSTAT_ABSENTE,
  aFaire: A_FAIRE_ABSENTE[code],
})
