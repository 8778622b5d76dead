import type { MotifCommune } from '#domain/structure/commune'
import type { MotifIdentifiant } from '#domain/structure/identifiants'

/** The sentences of an import, as an officer reads them beside the line: what is wrong, and what can be done. */
export const PHRASE_SIRET: Record<MotifIdentifiant, string> = {
  ABSENT: 'Le SIRET n’est pas renseigné.',
  MAL_FORME: 'Le SIRET ne comporte pas 14 chiffres.',
  CLE_FAUSSE: 'La clé du SIRET est fausse\u00a0: un chiffre a été mal saisi.',
  CHIFFRES_PERDUS:
    'Le tableur a arrondi le SIRET\u00a0: des chiffres sont perdus, il faut le redemander à la structure.',
}

export const PHRASE_RNA = 'Le numéro RNA n’a pas la forme attendue (W suivi de 9 chiffres).'

export const PHRASE_COMMUNE: Record<MotifCommune, string> = {
  ABSENTE: 'La commune n’est pas renseignée.',
  INCONNUE: 'Cette commune n’existe pas dans le Pas-de-Calais.',
  CODE_POSTAL_DISCORDANT: 'Le code postal n’est pas celui de la commune.',
  HORS_DEPARTEMENT: 'L’adresse est hors du Pas-de-Calais.',
}

export const PHRASE = {
  TYPE_ABSENT: 'Le type de demande est vide.',
  TYPE_INCONNU:
    'Ce type de demande n’est pas connu\u00a0: ni une mobilité, ni un jumelage, ni un autre type du portail.',
  NUMERO_ABSENT: 'Le numéro est vide alors que la demande est déposée.',
  NUMERO_MAL_FORME: 'Le numéro n’a pas la forme attendue (année, tiret, cinq chiffres, comme 2025-01234).',
  MONTANT_ABSENT: 'Le montant demandé est vide.',
  MONTANT_ILLISIBLE: 'Le montant demandé n’est pas un montant lisible.',
  MONTANT_NEGATIF: 'Le montant demandé est négatif.',
  MONTANT_NUL: 'Le montant demandé est nul.',
  DEPOT_ABSENT: 'La date de dépôt est vide alors que la demande est déposée.',
  DEPOT_ILLISIBLE: 'La date de dépôt n’est pas une date lisible (jour/mois/année).',
  STATUT_INCONNU: 'Ce statut n’est pas connu\u00a0; la demande est prise comme déposée.',
  STATUT_INCONNU_BROUILLON:
    'Ce statut n’est pas connu\u00a0; sans numéro ni date de dépôt, la demande est prise comme un brouillon.',
  AVANT_OUVERTURE: 'La demande a été déposée avant l’ouverture de la campagne.',
  OBJET_ABSENT: 'L’objet de la demande n’est pas renseigné.',
  RAISON_SOCIALE_ABSENTE: 'La raison sociale n’est pas renseignée.',
  GENRE_INCONNU: 'La nature juridique ne dit pas quel genre de structure fait la demande.',
  NON_DECLAREE: 'Une association non déclarée n’a pas la personnalité juridique et ne peut pas recevoir de subvention.',
  CODE_POSTAL_ABSENT: 'Le code postal n’est pas renseigné.',
  CODE_POSTAL_MAL_FORME: 'Le code postal ne comporte pas 5 chiffres.',
  COURRIEL_ABSENT: 'L’adresse mail n’est pas renseignée\u00a0: les courriels ne pourront pas partir.',
  COURRIEL_MAL_FORME: 'L’adresse mail n’est pas valable.',
  TELEPHONE_MAL_FORME: 'Le numéro de téléphone n’est pas valable.',
  DATE_ILLISIBLE: 'Cette date n’est pas lisible (jour/mois/année).',
  DATES_INVERSEES: 'La fin du projet précède son début.',
  NOMBRE_ILLISIBLE: 'Le nombre de participants n’est pas un nombre entier positif.',
  COUT_ILLISIBLE: 'Le coût total n’est pas un montant lisible.',
  COUT_INSUFFISANT: 'Le montant demandé dépasse le coût total du projet.',
  TEXTE_TROP_LONG: 'Ce texte est trop long\u00a0: il a été coupé.',
} as const

export const phraseNumeroDejaLu = (ligne: number) => `Ce numéro est déjà celui de la ligne ${ligne}.`

export const phraseBrouillonDejaLu = (ligne: number) =>
  `Ce brouillon est le même que celui de la ligne ${ligne} (même SIRET, même type, même objet).`
