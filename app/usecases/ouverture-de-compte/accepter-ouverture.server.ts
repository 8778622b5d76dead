import type { Agent } from '#domain/acces/droits'
import type { RoleMembre } from '#domain/ouverture-de-compte/membre'
import { accepter, type RefusReponse } from '#domain/ouverture-de-compte/reponse'
import { ok, type Result } from '#domain/result'
import type { Genre } from '#domain/structure/genre'
import { sirenDe } from '#domain/structure/identifiants'
import { plier } from '#domain/texte'
import { compteOuvert } from '#emails/modeles/compte-extranet'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { adressePublique } from '#infra/jeton'
import { candidates } from '#infra/stores/ouverture-de-compte/structures-connues'
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
  repondreOuverture(deps, agent, visee, async (tx, lue, le) => {
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
    const demandeurId = await compteDe(tx, lue, le)
    const membre = { role, fonction: lue.fonction }
    await tx.membreDeStructure.upsert({
      where: { demandeurId_structureId: { demandeurId, structureId: structure.id } },
      create: { demandeurId, structureId: structure.id, ...membre, depuisLe: le },
      update: membre,
      select: { demandeurId: true },
    })
    const { courriel, prenom, siret } = lue
    return ok({
      acte: 'accepterOuverture',
      etat: 'ACCEPTEE',
      change: { structureId: structure.id, role, genre },
      detail: { courriel, siret, role, structure: structure.nom },
      mail: {
        fait: 'compte-ouvert',
        modele: 'compte_ouvert',
        mots: compteOuvert({
          prenom,
          structure: structure.nom,
          identifiant: courriel,
          adresse: adressePublique('/extranet/mot-de-passe'),
        }),
      },
    })
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

/** The account of this address, opened where there is none: the name of one that is there is left to its holder. */
async function compteDe(tx: Tx, { courriel, nom, prenom }: OuvertureTenue, le: Date): Promise<string> {
  await tx.demandeur.createMany({ data: { courriel, nom, prenom, creeLe: le }, skipDuplicates: true })
  const { id } = await tx.demandeur.findUniqueOrThrow({ where: { courriel }, select: { id: true } })
  return id
}
