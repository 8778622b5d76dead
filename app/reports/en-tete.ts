import { datesDesChiffres } from '#libelles/rapport'
import { type composer, texte } from '#reports/page'

/** What every rapport says of itself. */
export type EnTete = {
  titre: string
  /** What it is of: a campagne, a séance, all of them. */
  objet: string
  /** The instant of its figures. */
  instant: Date
  /** Who asked for it. */
  auteur: string
  /** What it was narrowed to, in words. */
  filtres: string
  /** Of the application that wrote it. */
  version: string
}

/** The first lines of a page: its title, what it is of, when its figures were read, for whom and of what. */
export function poserEnTete({ poser }: Pick<ReturnType<typeof composer>, 'poser'>, enTete: EnTete) {
  poser('titre', [texte(enTete.titre)])
  poser('dit', [texte(enTete.objet)])
  poser('dit', [texte(`${datesDesChiffres(enTete.instant)}, demandés par ${enTete.auteur}`)])
  poser('dit', [texte(`Filtres\u00a0: ${enTete.filtres}`)])
  poser('ligne')
}
