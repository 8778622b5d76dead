import type { RoleMembre } from '#domain/ouverture-de-compte/membre'
import type { Genre } from '#domain/structure/genre'
import { compteOuvert } from '#emails/modeles/compte-extranet'
import type { Tx } from '#infra/db'
import { adressePublique } from '#infra/jeton'
import type { OuvertureTenue, Reponse } from '#usecases/ouverture-de-compte/repondre-ouverture'

type Rattachement = { structure: { id: string; nom: string }; role: RoleMembre; genre: Genre | null }

/**
 * Makes who asked a member of this structure, with an account where they had none; the fiches of its SIRET that came before it was known are its
 * own from there, to be taken up in a demande. Gives what is kept, told and written to them.
 */
export async function rattacher(
  tx: Tx,
  lue: OuvertureTenue,
  { structure, role, genre, le }: Rattachement & { le: Date },
): Promise<Reponse> {
  const demandeurId = await compteDe(tx, lue, le)
  const membre = { role, fonction: lue.fonction }
  await tx.membreDeStructure.upsert({
    where: { demandeurId_structureId: { demandeurId, structureId: structure.id } },
    create: { demandeurId, structureId: structure.id, ...membre, depuisLe: le },
    update: { ...membre, version: { increment: 1 } },
    select: { demandeurId: true },
  })
  const { courriel, prenom, siret } = lue
  await tx.preProjet.updateMany({ where: { siret, structureId: null }, data: { structureId: structure.id } })
  return {
    acte: 'accepterOuverture',
    etat: 'ACCEPTEE',
    change: { structureId: structure.id, role, ...(genre && { genre }) },
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
  }
}

/** The account of this address, opened where there is none: the name of one that is there is left to its holder. */
async function compteDe(tx: Tx, { courriel, nom, prenom }: OuvertureTenue, le: Date): Promise<string> {
  await tx.demandeur.createMany({ data: { courriel, nom, prenom, creeLe: le }, skipDuplicates: true })
  const { id } = await tx.demandeur.findUniqueOrThrow({ where: { courriel }, select: { id: true } })
  return id
}
