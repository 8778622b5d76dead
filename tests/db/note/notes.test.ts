import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Agent, Forbidden } from '#domain/acces/droits'
import { Conflict, NotFound } from '#infra/errors'
import { tableauDeBord } from '#queries/cadre/tableau-de-bord'
import { notesDe } from '#queries/note/notes'
import { ownDb } from '#support/own-db'
import { modifierNote, retirerNote } from '#usecases/note/changer-note'
import { ecrireNote } from '#usecases/note/ecrire-note'
import { voirMention } from '#usecases/note/voir-mention'
import { unPreProjet } from '../bannette/faits'
import { unAgentEnBase, uneCampagne, unDossierDeverrouille } from '../workers/faits'

const LE = new Date('2025-05-13T08:00:00Z')
let minute = 0

let own: Awaited<ReturnType<typeof ownDb>>
let agent: Agent
let collegue: Agent
let dossier: { id: string; numero: string | null }
beforeAll(async () => {
  own = await ownDb()
  agent = await unAgentEnBase(own.db, 'INSTRUCTEUR')
  collegue = await unAgentEnBase(own.db, 'LECTEUR')
  await own.db.agent.update({ where: { id: collegue.id }, data: { prenom: 'Inès', nom: 'Delcroix' } })
  const { id } = await uneCampagne(own.db)
  dossier = await unDossierDeverrouille(own.db, id, LE)
})
afterAll(() => own.drop())

/** Each note is written after the one before. */
const deps = () => ({ db: own.db, now: () => new Date(LE.getTime() + 60_000 * ++minute) })
const lues = async (lecteur: Agent) => (await notesDe(own.db, { dossierId: dossier.id }, lecteur.id)).notes
/** What the first page shows of the notes that name this agent. */
const mentionsDe = async (nomme: Agent) => (await tableauDeBord(own.db, { moi: nomme.id, now: LE })).mentions
const ecrire = (texte: string) => ecrireNote(deps(), agent, { sujet: { dossierId: dossier.id }, texte })

async function derniere() {
  const [note] = await lues(agent)
  return { noteId: note?.id ?? '', version: note?.version ?? -1 }
}

test('a note is read by officers, and whoever it names finds it until they say they saw it', async () => {
  expect(await ecrire('À revoir, @Ines Delcroix.')).toMatchObject({
    ok: true,
    value: { nommes: [{ nom: 'Delcroix' }] },
  })
  expect(await lues(agent)).toMatchObject([{ texte: 'À revoir, @Ines Delcroix.', mienne: true, aVoir: false }])
  expect(await lues(collegue)).toMatchObject([{ mienne: false, aVoir: true }])
  expect(await mentionsDe(collegue)).toMatchObject([
    { numero: dossier.numero, par: 'Camille Essai', texte: 'À revoir, @Ines Delcroix.', fiche: null },
  ])
  expect(await mentionsDe(agent)).toEqual([])
  const { noteId } = await derniere()
  await voirMention(deps(), agent, { noteId })
  expect(await mentionsDe(collegue)).toHaveLength(1)
  for (const _ of [1, 2]) await voirMention(deps(), collegue, { noteId })
  expect(await mentionsDe(collegue)).toEqual([])
  expect(await own.db.entreeJournal.findMany({ where: { acte: 'ecrireNote' } })).toMatchObject([
    { objet: 'dossier', objetId: dossier.id, detail: { nommes: ['Inès Delcroix'] } },
  ])
})

test('its author says it otherwise once per version, and tells whoever it now names; taken back, it is shown to nobody', async () => {
  await ecrire('Rien.')
  const vise = await derniere()
  expect(await modifierNote(deps(), agent, { ...vise, texte: 'Pour @Inès Delcroix.' })).toMatchObject({ ok: true })
  await expect(modifierNote(deps(), agent, { ...vise, texte: 'Trop tard.' })).rejects.toThrow(Conflict)
  expect(await mentionsDe(collegue)).toHaveLength(1)
  expect((await lues(agent))[0]).toMatchObject({ texte: 'Pour @Inès Delcroix.', modifieeLe: expect.any(Date) })
  expect(await retirerNote(deps(), agent, await derniere())).toMatchObject({ ok: true })
  expect(await mentionsDe(collegue)).toEqual([])
  expect((await lues(agent)).map(({ id }) => id)).not.toContain(vise.noteId)
})

test('nobody else changes it, nor without the right; a note is about something that is', async () => {
  await ecrire('La mienne.')
  const vise = await derniere()
  const autre = await unAgentEnBase(own.db, 'RESPONSABLE')
  expect(await modifierNote(deps(), autre, { ...vise, texte: 'Non.' })).toMatchObject({ reason: 'PAS_VOTRE_NOTE' })
  expect(await retirerNote(deps(), autre, vise)).toMatchObject({ reason: 'PAS_VOTRE_NOTE' })
  await expect(ecrireNote(deps(), collegue, { sujet: { dossierId: dossier.id }, texte: 'x' })).rejects.toThrow(
    Forbidden,
  )
  await expect(retirerNote(deps(), collegue, vise)).rejects.toThrow(Forbidden)
  expect(await ecrire('  ')).toMatchObject({ reason: 'NOTE_VIDE' })
  const inconnu = { dossierId: '3f1d1f5e-7f1c-4c1e-9a55-6a9b3f1d1f5e' }
  await expect(ecrireNote(deps(), agent, { sujet: inconnu, texte: 'x' })).rejects.toThrow(NotFound)
  expect((await lues(agent))[0]).toMatchObject({ texte: 'La mienne.', version: vise.version })
})

test('a fiche has its own', async () => {
  const { id } = await unPreProjet(own.db)
  await ecrireNote(deps(), agent, { sujet: { preProjetId: id }, texte: 'Appeler la mairie.' })
  const { notes } = await notesDe(own.db, { preProjetId: id }, agent.id)
  expect(notes).toMatchObject([{ texte: 'Appeler la mairie.' }])
})
