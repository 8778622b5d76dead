import { nomDActeur } from '#domain/acces/acteur'
import { type Agent, requireDroit } from '#domain/acces/droits'
import { comparerMatrices } from '#domain/campagne/difference'
import { genresConcernes } from '#domain/demande-en-ligne/changement-de-reglement'
import { no, ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { Conflict } from '#infra/errors'
import { writeJournal } from '#infra/journal'
import { rafraichirEnCours } from '#infra/stores/piece/completude'
import { exigencesEnVigueur } from '#infra/stores/campagne/exigences'
import { brouillonAFinir, campagneARegler, lignesDe } from '#infra/stores/campagne/version-exigences'
import { changerReglement } from '#usecases/demande-en-ligne/changer-reglement'

export type RefusPublication = 'CAMPAGNE_ARCHIVEE' | 'RIEN_A_PUBLIER' | 'AUCUN_CHANGEMENT' | 'RIEN_DEMANDE'

type Input = { campagne: string; version: number }

/**
 * Makes the draft what is asked of the dossiers deposited from now on. Those that are deposited keep their version; the portal's drafts,
 * which have none yet, are looked at again.
 */
export async function publierExigences(
  { db, now }: Deps,
  agent: Agent,
  { campagne: code, version }: Input,
): Promise<Result<{ numero: number }, RefusPublication>> {
  requireDroit(agent, 'campagne.regler')

  return db.$transaction(async (tx) => {
    const visee = await campagneARegler(tx, code)
    if (!visee.ok) return visee
    const campagne = visee.value
    const brouillon = await brouillonAFinir(tx, campagne.id, version)
    if (!brouillon) return no('RIEN_A_PUBLIER')
    const [avant, apres] = await Promise.all([
      exigencesEnVigueur(tx, campagne.id).then((id) => lignesDe(tx, id)),
      lignesDe(tx, brouillon.id),
    ])
    const differences = comparerMatrices(avant, apres)
    if (differences.length === 0) return no('AUCUN_CHANGEMENT')
    if (apres.length === 0) return no('RIEN_DEMANDE')

    const le = now()
    const { count } = await tx.versionExigences.updateMany({
      where: { id: brouillon.id, version, publieeLe: null },
      data: { publieeLe: le, publieePar: nomDActeur(agent), version: { increment: 1 } },
    })
    if (count === 0) throw new Conflict('campagne', campagne.id)
    await rafraichirEnCours(tx, { campagneId: campagne.id, exigencesId: null }, le)
    const genres = genresConcernes(avant, apres)
    await changerReglement(tx, { campagneId: campagne.id, genres, le })
    await writeJournal(tx, agent, {
      acte: 'publierExigences',
      objet: 'campagne',
      objetId: campagne.id,
      detail: {
        version: brouillon.numero,
        differences: differences.map(({ genre, code: piece, avant: a, apres: b }) => ({
          genre,
          piece,
          avant: a?.exigence ?? 'NON_DEMANDEE',
          apres: b?.exigence ?? 'NON_DEMANDEE',
        })),
      },
      le,
    })
    return ok({ numero: brouillon.numero })
  })
}
