import type { ChampReglement } from '#domain/campagne/champs-reglement'
import { lignesChangees } from '#domain/campagne/texte-de-reglement'
import { accorder, compter } from '#domain/nombre'
import { estGenre } from '#domain/structure/genre'
import { formatJour, type Jour } from '#domain/temps/jour'
import { joursFeries } from '#domain/temps/jours-ouvres'
import { abreger, enumerer } from '#domain/texte'
import { enToutesLettres } from '#libelles/jours'
import { LIBELLE_REGLAGE } from '#libelles/campagne/campagne'
import { LIBELLE_GENRE } from '#libelles/structure'
import { motsDe } from '#libelles/journal/detail-journal'

/** The value of a field as a sentence says it; `rien` where the règlement says nothing. */
function direReglage(valeur: string): string {
  if (valeur === '') return 'rien'
  if (/^\d{4}-\d{2}-\d{2}$/.test(valeur)) return formatJour(valeur)
  const genres = valeur.split(',')
  return genres.every(estGenre) ? enumerer(genres.map((genre) => LIBELLE_GENRE[genre].toLowerCase())) : valeur
}

/** As much of the lines of a long text as is read at a glance. */
const EXTRAIT_MAX = 300

/** Of a long text, the lines that go and those that come. */
function direLignes(avant: string, apres: string): { avant: string; apres: string } {
  const { retirees, ajoutees } = lignesChangees(avant, apres)
  if (retirees.length + ajoutees.length === 0) return { avant: 'les mêmes lignes', apres: 'autrement disposées' }
  const extrait = (lignes: readonly string[], aucune: string) => abreger(lignes.join(' / ') || aucune, EXTRAIT_MAX)
  return {
    avant: extrait(retirees, avant === '' ? 'rien' : 'aucune ligne retirée'),
    apres: extrait(ajoutees, apres === '' ? 'rien' : 'aucune ligne ajoutée'),
  }
}

/** One field before and after, in words. A field that this version does not know is told as it is kept. */
export const direDifference = ({ champ, avant, apres }: { champ: string; avant: string; apres: string }) => ({
  champ: motsDe(LIBELLE_REGLAGE, champ),
  ...(champ === ('texteReglement' satisfies ChampReglement)
    ? direLignes(avant, apres)
    : { avant: direReglage(avant), apres: direReglage(apres) }),
})

type Effet = { examines: number; enCours: number; changent: number; exemples: readonly string[] }

/** What of a dossier would stand otherwise. */
const QUOI = { RECEVABILITE: 'de recevabilité', BLOQUANTS: 'de points bloquants' }

/** How many of the dossiers in course would change, of how many that were looked at. */
export function direEffet(quoi: keyof typeof QUOI, { examines, enCours, changent }: Effet): string {
  const sur =
    examines < enCours
      ? `sur les ${compter(examines, 'premier', 'premiers')} des ${compter(enCours, 'dossier')} en cours`
      : `sur ${compter(enCours, 'dossier')} en cours`
  return changent === 0
    ? `Aucun dossier ne change ${QUOI[quoi]}, ${sur}.`
    : `${compter(changent, 'dossier')} ${accorder(changent, 'change', 'changent')} ${QUOI[quoi]}, ${sur}.`
}

/** A day in words, and that it is a public holiday. */
const dire = (jour: Jour): string =>
  enToutesLettres(jour) + (joursFeries(Number(jour.slice(0, 4))).includes(jour) ? ' (férié)' : '')

const ISO = /\d{4}-\d{2}-\d{2}/
const FRANCAIS = /(\d{2})\/(\d{2})\/(\d{4})/g

/** The days of a field in words, whatever it holds. */
const lettres = (valeur: string): string =>
  ISO.test(valeur)
    ? dire(valeur)
    : valeur.replace(FRANCAIS, (_, j: string, m: string, a: string) => dire(`${a}-${m}-${j}`))

/** What a day was the year before, beside what is proposed, each with its day of the week. */
export const direDate = (avant: string, propose: string): string =>
  avant === ''
    ? 'Rien l’an dernier.'
    : avant === propose
      ? `Comme l’an dernier\u00a0: ${lettres(avant)}.`
      : `L’an dernier\u00a0: ${lettres(avant)}. Proposé\u00a0: ${lettres(propose)}.`
