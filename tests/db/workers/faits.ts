import { randomUUID } from 'node:crypto'
import { SYSTEME } from '#domain/acces/acteur'
import { agentDe } from '#infra/stores/acces/agent'
import type { Agent, Role } from '#domain/acces/droits'
import { colonnesDActeur } from '#infra/acteur'
import type { Db } from '#infra/db'
import { promiseJob } from '#infra/outbox'
import { envoiDeCourriel } from '#jobs/catalogue'
import type { Prisma } from '#prisma'

/** A courriel to send, with its promise; true in every column. In an officer's words unless said otherwise: the gate looks at no other. */
export const unCourriel = (
  db: Db,
  { partirLe, ...change }: Partial<Prisma.CourrielUncheckedCreateInput> & { partirLe?: Date } = {},
): Promise<{ id: string }> =>
  db.$transaction(async (tx) => {
    const { id } = await tx.courriel.create({
      data: {
        cleUnique: `essai/${randomUUID()}`,
        modele: 'message_libre',
        destinataire: 'mairie@exemple.test',
        destinataireNom: 'Mairie d’Exemple',
        sujet: 'Votre demande de subvention',
        texte: 'Votre demande est accordée.',
        html: '<p>Votre demande est accordée.</p>',
        creeLe: new Date(),
        ...colonnesDActeur(SYSTEME),
        ...(partirLe && { partirLe }),
        ...change,
      },
      select: { id: true },
    })
    await promiseJob(tx, envoiDeCourriel, { courrielId: id }, partirLe)
    return { id }
  })

/** An agent of this role, in the database. */
export async function unAgentEnBase(db: Db, role: Role): Promise<Agent> {
  return agentDe(
    await db.agent.create({
      data: { id: randomUUID(), prenom: 'Camille', nom: 'Essai', courriel: `${randomUUID()}@exemple.test`, role },
    }),
  )
}

/** The campagne MEI of 2025, and nothing in it. */
export async function uneCampagne(db: Db): Promise<{ id: string; code: string }> {
  const jour = (iso: string) => new Date(`${iso}T00:00:00Z`)
  return db.campagne.create({
    data: {
      code: 'MEI-2025',
      libelle: 'Mobilité européenne et internationale 2025',
      dispositif: 'MEI',
      annee: 2025,
      ouverteLe: jour('2025-01-06'),
      echeanceFiche: jour('2025-02-28'),
      echeanceDepot: jour('2025-04-30'),
      enveloppeCents: 15_000_000n,
      reglages: {},
    },
    select: { id: true, code: true },
  })
}

/** A deposited dossier of this campagne, reopened on the budget until `echeance`. */
export async function unDossierDeverrouille(db: Db, campagneId: string, echeance: Date) {
  const { id: ouvertParId } = await unAgentEnBase(db, 'INSTRUCTEUR')
  const structure = { nom: 'Commune d’Exemple', nomPlie: 'commune d exemple', genre: 'COMMUNE' }
  return db.dossier.create({
    data: {
      campagne: { connect: { id: campagneId } },
      structure: { create: structure },
      numero: `2025-${String(Math.floor(Math.random() * 100_000)).padStart(5, '0')}`,
      etat: 'DEPOSE',
      statutPortail: 'Validé',
      objet: 'Échange de jeunes',
      deposeLe: new Date('2025-03-03T00:00:00Z'),
      montantDemandeCents: 500_000n,
      donnees: {},
      deverrouillages: {
        create: {
          sections: ['BUDGET'],
          motif: 'Corriger le budget',
          ouvertParId,
          ouvertLe: new Date('2025-04-01T08:00:00Z'),
          echeance,
        },
      },
    },
    include: { deverrouillages: true },
  })
}
