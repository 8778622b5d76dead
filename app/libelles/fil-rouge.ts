import { compter } from '#domain/nombre'
import { formatPourcent } from '#domain/budget/montant'
import type { Suivi } from '#domain/pre-projet/conseils'
import type { Ecart, SujetEcart } from '#domain/pre-projet/ecarts'
import type { EtatRapprochement, Fil, Raison, RefusFilRouge, RefusInvitation } from '#domain/fil-rouge/fil-rouge'

const RAISON: Record<Raison, string> = {
  MEME_SIRET: 'même SIRET',
  MEME_SIREN: 'même SIREN',
  MEME_NOM: 'même nom de structure',
  TITRES_PAREILS: 'intitulés presque identiques',
  TITRES_PROCHES: 'intitulés proches',
  MEME_VILLE: 'même ville',
  MEME_PAYS: 'même pays',
  MEMES_DATES: 'mêmes dates',
  DATES_PROCHES: 'dates proches',
  MEME_COUT: 'même coût',
  MEME_MONTANT: 'même montant',
}

/** « Même SIRET, intitulés proches, même ville. » */
export function phraseRaisons(raisons: readonly Raison[]): string {
  const texte = raisons.map((raison) => RAISON[raison]).join(', ')
  return texte === '' ? 'Rien ne les rapproche.' : `${texte.charAt(0).toUpperCase()}${texte.slice(1)}.`
}

export const LIBELLE_RAPPROCHEMENT: Record<EtatRapprochement, string> = {
  PROPOSE: 'À confirmer',
  CONFIRME: 'Confirmé',
  ECARTE: 'Écarté',
}

export const LIBELLE_SUJET_ECART: Record<SujetEcart, string> = {
  MONTANT: 'Subvention demandée',
  COUT: 'Coût total',
  DEBUT: 'Début du séjour',
  FIN: 'Fin du séjour',
  PAYS: 'Pays',
  VILLE: 'Ville',
  PARTENAIRE: 'Partenaire',
  PARTICIPANTS: 'Participants',
  TITRE: 'Intitulé',
  STRUCTURE: 'Structure',
}

/** How much it moved: « + 12,5 % », « 3 jours plus tard », « a changé »; empty when there is nothing to say. */
export function phraseEcart({ niveau, part, jours }: Ecart): string {
  if (niveau === 'NUL') return 'inchangé'
  if (niveau === 'MUET') return ''
  if (part !== undefined) return `${part > 0 ? '+' : '−'}\u00a0${formatPourcent(Math.abs(part))}`
  if (jours !== undefined) return `${compter(Math.abs(jours), 'jour')} plus ${jours > 0 ? 'tard' : 'tôt'}`
  return niveau === 'FORT' ? 'a changé' : 'écrit autrement'
}

export const LIBELLE_REFUS_FIL_ROUGE: Record<RefusFilRouge, string> = {
  DEJA_FAIT: 'C’est déjà fait.',
  DOSSIER_DEJA_RATTACHE: 'Ce dossier est déjà rattaché à une autre fiche\u00a0: détachez-la d’abord.',
  FICHE_DEJA_RATTACHEE: 'Cette fiche est déjà rattachée à un autre dossier\u00a0: détachez-le d’abord.',
  NUMERO_INVALIDE: 'Écrivez un numéro de dossier, par exemple 2025-01012.',
  DOSSIER_INCONNU: 'Aucun dossier ne porte ce numéro. Vérifiez-le, ou importez d’abord l’extraction qui le contient.',
}

export const LIBELLE_REFUS_INVITATION: Record<RefusInvitation, string> = {
  AVIS_NON_FAVORABLE: 'Seule une fiche qui a reçu un avis favorable invite à déposer.',
  DOSSIER_DEJA_DEPOSE: 'Le dossier de cette fiche est déjà déposé.',
  DEPOT_CLOS: 'La date limite de dépôt de la campagne est passée\u00a0: personne ne peut plus être invité à déposer.',
  SANS_ADRESSE: 'Cette fiche n’a pas d’adresse électronique\u00a0: téléphonez à la structure.',
}

export const LIBELLE_FIL: Record<Fil, string> = {
  propose: 'rapprochement à confirmer',
  rattache: 'rattaché',
  aucun: 'sans rapprochement',
}

export const LIBELLE_SUIVI: Record<Suivi, string> = {
  NON_SUIVI: 'rien n’a changé sur ce point',
  CHANGE: 'a changé depuis, à vérifier',
  A_VERIFIER: 'à vérifier dans le dossier',
}
