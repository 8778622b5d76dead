import { lireTextes, lireTextesDeModele, MODELES_A_TEXTES, type ModeleATextes } from '#domain/courriel/textes'
import { emplacementsDe } from '#emails/textes-saisis'
import { partiesDuModele, variablesDuModele } from '#emails/rendre'
import type { Db } from '#infra/db'
import { campagneDuCode } from '#infra/stores/campagne/version-exigences'
import { sujetsDEssai } from '#queries/campagne/apercu-textes'

/** Every mail of a campagne, and how much of each it words in its own way. Throws NotFound. */
export async function textesDeLaCampagne(db: Db, code: string) {
  const campagne = await campagneDuCode(db, code)
  const textes = lireTextes(campagne.textes)
  return {
    code: campagne.code,
    modeles: MODELES_A_TEXTES.map((modele) => ({
      modele,
      places: emplacementsDe(modele).length,
      propres: Object.keys(textes[modele] ?? {}).length,
    })),
  }
}

/** Versions shown of one mail. */
const VERSIONS_MAX = 50

/**
 * One mail of a campagne to be worded: its parts in reading order, each prose with its text; its versions, the last first, with where each
 * differs from the house. `de` shows the texts of an earlier version (0: those of the house) in place of those in force. Throws NotFound.
 */
export async function textesDuCourriel(db: Db, code: string, modele: ModeleATextes, de: number | undefined) {
  const campagne = await campagneDuCode(db, code)
  const [rangees, sujets] = await Promise.all([
    db.versionTextes.findMany({
      where: { campagneId: campagne.id, modele },
      orderBy: { numero: 'desc' },
      take: VERSIONS_MAX,
      select: { numero: true, textes: true, agent: true, creeLe: true },
    }),
    sujetsDEssai(db, campagne.id, modele),
  ])
  const places = emplacementsDe(modele)
  const versions = rangees.map(({ numero, textes, agent, creeLe }) => {
    const lus = lireTextesDeModele(textes)
    const differences = places.flatMap(({ cle, nom, maison }) => {
      const texte = lus[cle]
      return texte === undefined || texte === maison ? [] : [{ nom, maison, texte }]
    })
    return { numero, agent, creeLe, differences, textes: lus }
  })
  const enVigueur = lireTextes(campagne.textes)[modele] ?? {}
  const montres = de === undefined ? enVigueur : (versions.find(({ numero }) => numero === de)?.textes ?? {})
  return {
    modele,
    version: campagne.version,
    etat: campagne.etat,
    variables: variablesDuModele(modele),
    parties: partiesDuModele(modele).map((partie) =>
      partie.genre === 'fixe' ? partie : { ...partie, texte: montres[partie.cle] ?? partie.maison },
    ),
    sujets,
    reprise: de,
    versions: versions.map(({ textes: _textes, ...version }) => version),
  }
}
