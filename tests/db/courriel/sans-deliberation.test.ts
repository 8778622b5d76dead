import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Agent } from '#domain/acces/droits'
import { cleUnique } from '#domain/courriel/courriel'
import type { NatureDecision } from '#domain/dossier/decision'
import { permisDePartir } from '#usecases/courriel/permis-de-partir'
import { envoyerCourrielRetenu } from '#usecases/courriel/envoyer-courriel-retenu'
import { prendreDepart } from '#usecases/courriel/prendre-depart'
import { accorderDossier } from '#usecases/dossier/accorder-dossier'
import { rouvrirDecision } from '#usecases/dossier/rouvrir-decision'
import { RYTHME } from '#domain/courriel/suspension'
import { ownDb } from '#support/own-db'
import { libererParUneAutre, VOTE } from '#support/vote'
import { NOW, unAgent, unDossier } from '../dossier/faits'

let own: Awaited<ReturnType<typeof ownDb>>
let chef: Agent
let instant = NOW
beforeAll(async () => {
  own = await ownDb()
  chef = await unAgent(own.db, 'RESPONSABLE')
})
afterAll(() => own.drop())

const deps = () => ({ db: own.db, now: () => instant, rythme: RYTHME })
const vise = async (dossierId: string) => ({
  dossierId,
  version: (await own.db.dossier.findUniqueOrThrow({ where: { id: dossierId } })).version,
})

/** A decision as it was taken before votes were kept, and its mail that still waits. */
async function decideeAvant(nature: NatureDecision, modele: string) {
  const votee = nature !== 'HORS_DELAI'
  const motif = nature === 'REFUSE' ? 'CREDITS_EPUISES' : votee ? null : 'HORS_DELAI'
  const accordee = nature === 'ACCORDE' || nature === 'ACCORDE_PARTIEL'
  const { id: dossierId } = await unDossier(own.db, { etat: nature })
  const { id } = await own.db.decision.create({
    data: {
      ...{ dossierId, nature, vote: votee ? ('NON_RENSEIGNE' as const) : null, motif },
      ...{
        montantCents: accordee ? 450_000n : null,
        precision: accordee ? '' : 'Déposé trop tard.',
        avecCourriel: true,
      },
      ...{ priseParId: chef.id, priseLe: NOW, etatAvant: 'EN_INSTRUCTION' },
    },
  })
  const courriel = await own.db.courriel.create({
    data: {
      ...{ cleUnique: cleUnique('decision', id), modele, dossierId, destinataire: 'ines@exemple.test' },
      ...{ sujet: 'Votre demande', texte: 'Votre demande.', html: '<p>Votre demande.</p>' },
      ...{ acteurType: 'AGENT' as const, acteurId: chef.id, acteur: 'Chef', faitLe: NOW, creeLe: NOW, signe: true },
    },
  })
  return { dossierId, courriel }
}

const permis = (id: string) =>
  own.db.$transaction(async (tx) => permisDePartir(tx, await tx.courriel.findUniqueOrThrow({ where: { id } }), NOW))

test.each([
  ['ACCORDE', 'decision_favorable'],
  ['ACCORDE_PARTIEL', 'decision_partielle'],
  ['REFUSE', 'decision_defavorable'],
] as const)(
  '%s before votes were kept, by no délibération that anybody typed: its mail is held',
  async (nature, modele) => {
    const { courriel } = await decideeAvant(nature, modele)
    expect(await permis(courriel.id)).toEqual({ ok: false, reason: 'SANS_DELIBERATION' })
  },
)

test('what is said without a vote still leaves', async () => {
  const { courriel } = await decideeAvant('HORS_DELAI', 'irrecevabilite')
  expect(await permis(courriel.id)).toEqual({ ok: true })
})

test('held as it leaves, it is not sent in spite of it; decided again by a délibération in force, another mail leaves', async () => {
  const { dossierId, courriel } = await decideeAvant('ACCORDE', 'decision_favorable')
  expect(await prendreDepart(deps(), courriel.id)).toBeNull()
  const retenu = await own.db.courriel.findUniqueOrThrow({ where: { id: courriel.id } })
  expect(retenu).toMatchObject({ etat: 'RETENU', motifRetenue: 'SANS_DELIBERATION' })
  const passer = { courrielId: courriel.id, version: retenu.version }
  expect(await envoyerCourrielRetenu(deps(), chef, passer)).toEqual({ ok: false, reason: 'MOTIF_NON_PASSABLE' })

  const motif = 'La délibération n’était pas saisie.'
  const rouverte = await rouvrirDecision(deps(), chef, { ...(await vise(dossierId)), motif, avertissementLu: true })
  expect(rouverte).toMatchObject({ ok: true })
  const accordee = await accorderDossier(deps(), chef, {
    ...(await vise(dossierId)),
    montantCents: 450_000n,
    vote: VOTE,
  })
  expect(accordee).toMatchObject({ ok: true })
  const [nouveau, ...autres] = await own.db.courriel.findMany({ where: { dossierId, etat: { not: 'ANNULE' } } })
  expect(autres).toEqual([])
  expect(nouveau?.texte).toContain('délibération n°\u00a02025-104')
  await libererParUneAutre(deps(), dossierId)
  instant = new Date(NOW.getTime() + 3_600_000)
  expect(await prendreDepart(deps(), nouveau?.id ?? '')).toMatchObject({ courriel: { id: nouveau?.id } })
  instant = NOW
})
