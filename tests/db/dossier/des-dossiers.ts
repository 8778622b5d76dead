import { randomUUID } from 'node:crypto'
import type { Agent, Role } from '#domain/acces/droits'
import type { Etat } from '#domain/dossier/etat'
import type { Db } from '#infra/db'
import { jour, unAgent } from './faits'

export type DossierVoulu = {
  campagneId: string
  etat: Etat
  deposeLe: string
  rejetImpliciteLe: string
  pays: string
  contactCourriel: string
  projetFin: string | null
}

/** What the portal wrote of a demande that names this structure and this day, as an import keeps it. */
export const formulaireDe = ({ numero, nom, deposeLe }: { numero: string; nom: string; deposeLe: string }) => ({
  numero,
  type: 'Pas-de-Calais, Mobilité Européenne et Internationale (public)',
  objet: `Échange de jeunes ${numero}`,
  statut: 'En cours d’analyse',
  deposeLe: deposeLe.split('-').reverse().join('/'),
  montantDemande: '4 500,00',
  raisonSociale: nom,
  natureJuridique: 'Association loi 1901',
})

let suivant = 20_000

/** Deposited dossiers, each of an association of its own, whose RIB and statuts are there, scanned and accepted; in five statements. */
export async function desDossiers(db: Db, voulus: readonly DossierVoulu[]): Promise<{ id: string; numero: string }[]> {
  const lignes = voulus.map((voulu) => {
    suivant += 1
    const numero = `${voulu.deposeLe.slice(0, 4)}-${suivant}`
    return { ...voulu, id: randomUUID(), structureId: randomUUID(), numero, nom: `Club d’essai ${numero}` }
  })
  const pieces = lignes.flatMap(({ id: dossierId, deposeLe }) =>
    ['RIB', 'STATUTS'].map((code) => ({ id: randomUUID(), dossierId, code, deposeLe })),
  )
  await db.structure.createMany({
    data: lignes.map(({ structureId, nom }) => ({
      ...{ id: structureId, nom, nomPlie: nom.toLowerCase().replace('’', ' '), genre: 'association' },
      natureJuridique: 'Association loi 1901',
    })),
  })
  await db.dossier.createMany({
    data: lignes.map(({ nom, deposeLe, rejetImpliciteLe, projetFin, ...ligne }) => ({
      ...ligne,
      statutPortail: 'En cours d’analyse',
      objet: `Échange de jeunes ${ligne.numero}`,
      deposeLe: jour(deposeLe),
      rejetImpliciteLe: jour(rejetImpliciteLe),
      projetFin: projetFin === null ? null : jour(projetFin),
      montantDemandeCents: 450_000n,
      contactNom: nom,
      completude: 'COMPLET' as const,
      donnees: formulaireDe({ numero: ligne.numero, nom, deposeLe }),
    })),
  })
  await db.piece.createMany({
    data: pieces.map(({ deposeLe: _, code, ...piece }) => ({
      ...{ ...piece, code, libelle: code, cleDepot: code.toLowerCase(), controle: 'CONFORME' as const },
    })),
  })
  await db.pieceVersion.createMany({
    data: pieces.map(({ id: pieceId, code, deposeLe }) => ({
      ...{ pieceId, numero: 1, nomFichier: `${code}.pdf`, cle: `pieces/${pieceId}`, taille: 1000 },
      ...{ typeMime: 'application/pdf', sha256: pieceId, recueLe: jour(deposeLe), analyse: 'SAIN' as const },
    })),
  })
  return lignes.map(({ id, numero }) => ({ id, numero }))
}

export type Equipe = Record<Role, Agent>

/** One agent of each role. */
export const uneEquipe = async (db: Db): Promise<Equipe> => ({
  LECTEUR: await unAgent(db, 'LECTEUR', 'Lise'),
  INSTRUCTEUR: await unAgent(db, 'INSTRUCTEUR', 'Inès'),
  RESPONSABLE: await unAgent(db, 'RESPONSABLE', 'Paul'),
  ADMIN: await unAgent(db, 'ADMIN', 'Anne'),
})

/** Follows every path, so many at once, and gives what each gave, in their order. */
export async function suivreTous<C, R>(
  chemins: readonly C[],
  aLaFois: number,
  suivre: (chemin: C, i: number) => Promise<R>,
) {
  const faits: R[] = []
  const file = chemins.entries()
  await Promise.all(
    Array.from({ length: aLaFois }, async () => {
      for (const [i, chemin] of file) faits[i] = await suivre(chemin, i)
    }),
  )
  return faits
}
