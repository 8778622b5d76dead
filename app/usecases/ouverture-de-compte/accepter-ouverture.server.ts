import type { Agent } from '#domain/acces/droits'
import type { RoleMembre } from '#domain/ouverture-de-compte/membre'
import { accepter, type RefusReponse } from '#domain/ouverture-de-compte/reponse'
import { no, ok, type Result } from '#domain/result'
import type { Genre } from '#domain/structure/genre'
import { sirenDe } from '#domain/structure/identifiants'
import { plier } from '#domain/texte'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { estFerme } from '#infra/stores/demandeur/demandeur'
import { candidates } from '#infra/stores/ouverture-de-compte/structures-connues'
import { rattacher } from '#usecases/ouverture-de-compte/rattacher'
import {
  type OuvertureTenue,
  type OuvertureVisee,
  repondreOuverture,
} from '#usecases/ouverture-de-compte/repondre-ouverture'

type Input = OuvertureVisee & {
  /** The structure to join; null for a new one. */
  structureId: string | null
  role: RoleMembre
  genre: Genre
}

/**
 * Opens the account of who asked for it, and makes them a member of their structure, which is made where nobody knows its SIREN. Who has an account
 * becomes a member of one structure more. Throws NotFound, Conflict, Forbidden.
 */
export const accepterOuverture = (
  deps: Deps,
  agent: Agent,
  { structureId: choisie, role, genre, ...visee }: Input,
): Promise<Result<undefined, RefusReponse>> =>
  repondreOuverture(deps, agent, visee, async (tx, lue, { le }) => {
    if (await estFerme(tx, lue.courriel)) return no('COMPTE_FERME')
    await tenirStructures(tx, lue)
    const connues = await candidates(tx, lue)
    const answer = accepter(lue.etat, connues, choisie)
    if (!answer.ok) return answer
    const connue = connues.find(({ id }) => id === answer.value)
    const structure = connue ?? (await creerStructure(tx, { ...lue, genre }))
    if (connue && connue.siret === null)
      await tx.structure.updateMany({
        where: { id: connue.id },
        data: { siret: lue.siret, version: { increment: 1 } },
      })
    return ok(await rattacher(tx, lue, { structure, role, genre, le }))
  })

/** Nobody makes a structure of this SIREN meanwhile, nor an import one of this SIRET or of this name. */
async function tenirStructures(tx: Tx, { siret, raisonSociale }: OuvertureTenue) {
  const verrous = [
    ['structure', plier(raisonSociale)],
    ['siret', siret],
    ['siren', sirenDe(siret)],
  ]
  for (const [quoi, valeur] of verrous)
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${quoi}), hashtext(${valeur}))`
}

const creerStructure = (tx: Tx, { siret, raisonSociale: nom, ...lue }: OuvertureTenue) =>
  tx.structure.create({
    data: {
      ...{ siret, nom, nomPlie: plier(nom), genre: lue.genre },
      ...{ adresse: lue.adresse, codePostal: lue.codePostal, commune: lue.commune },
    },
    select: { id: true, nom: true },
  })
