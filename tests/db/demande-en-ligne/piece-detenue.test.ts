import { expect, test } from 'vitest'
import type { Demandeur } from '#domain/acces/acteur'
import { NotFound } from '#infra/errors'
import { piecesDeDemande } from '#queries/extranet/pieces-de-demande'
import { donnerDetenue } from '#usecases/demande-en-ligne/donner-detenue'
import { retirerPiece } from '#usecases/demande-en-ligne/retirer-piece'
import { JUIN, uneDetenue, unMondeEnLigne } from './monde'

const monde = unMondeEnLigne()

/** A demande begun, and the statuts that an earlier dossier of its structure holds. */
async function unDebutConnu() {
  const debut = await monde.unDebut()
  const detenueId = await uneDetenue(monde.db, debut.structureId)
  const version = await monde.db.pieceVersion.findUniqueOrThrow({ where: { id: detenueId } })
  await monde.storage().put(version.cle, monde.pdf)
  return { ...debut, detenueId, cle: version.cle, pieceId: version.pieceId }
}
const offerte = async (qui: Demandeur, id: string, code = 'STATUTS') => {
  const vue = await piecesDeDemande(monde.db, qui, { id, now: new Date(JUIN) })
  return vue?.pieces.find((une) => une.code === code)?.detenue ?? null
}
const donner = (qui: Demandeur, vise: { id: string; detenueId: string }, code = 'STATUTS') =>
  donnerDetenue(monde.depsA(), qui, { code, ...vise })
const donnees = (id: string) => monde.db.pieceEnLigne.findMany({ where: { demandeEnLigneId: id } })

test('what an earlier dossier holds is offered, and given again as a file of its own: taken away, the earlier one stays', async () => {
  const { anne, id, detenueId, cle } = await unDebutConnu()
  expect(await offerte(anne, id)).toMatchObject({
    ...{ versionId: detenueId, nomFichier: 'STATUTS.pdf', le: '2025-04-10', aVerifier: false },
  })
  expect(await offerte(anne, id, 'LETTRE')).toBeNull()
  expect(await donner(anne, { id, detenueId })).toEqual({ ok: true, value: { signalements: [] } })
  const [piece, ...autres] = await donnees(id)
  expect(piece).toMatchObject({ code: 'STATUTS', nomFichier: 'STATUTS.pdf', recuePar: 'Anne Pruvost' })
  expect(autres).toEqual([])
  expect(piece?.cle).not.toBe(cle)
  expect((await retirerPiece(monde.depsA(), anne, { id, pieceId: piece?.id ?? '' })).ok).toBe(true)
  expect((await monde.storage().readAll(cle)).equals(monde.pdf)).toBe(true)
  await expect(monde.storage().readAll(piece?.cle ?? '')).rejects.toThrow(NotFound)
})

test('one whose structure has changed since is to be looked at first', async () => {
  const { anne, id, structureId } = await unDebutConnu()
  expect(await offerte(anne, id)).toMatchObject({ aVerifier: false })
  await monde.db.structure.update({
    where: { id: structureId },
    data: { siret: '13002526500013' },
  })
  expect(await offerte(anne, id)).toMatchObject({ aVerifier: true })
})

test('what was not found good there, or is infected, is offered no more and not given', async () => {
  const { anne, id, detenueId, pieceId } = await unDebutConnu()
  await monde.db.pieceVersion.update({ where: { id: detenueId }, data: { analyse: 'INFECTE' } })
  expect(await offerte(anne, id)).toBeNull()
  expect(await donner(anne, { id, detenueId })).toEqual({ ok: false, reason: 'PIECE_NON_DETENUE' })
  await monde.db.pieceVersion.update({ where: { id: detenueId }, data: { analyse: 'SAIN' } })
  await monde.db.piece.update({ where: { id: pieceId }, data: { controle: 'NON_CONFORME', motif: 'ILLISIBLE' } })
  expect(await offerte(anne, id)).toBeNull()
  expect(await donner(anne, { id, detenueId })).toEqual({ ok: false, reason: 'PIECE_NON_DETENUE' })
  expect(await donnees(id)).toEqual([])
})

test('it is given for the pièce it is, by who fills in, before the deposit; that of another structure is nowhere', async () => {
  const { anne, id, detenueId, structureId } = await unDebutConnu()
  const autre = await unDebutConnu()
  await expect(donner(anne, { id, detenueId: autre.detenueId })).rejects.toThrow(NotFound)
  await expect(donner(autre.anne, { id, detenueId })).rejects.toThrow(NotFound)
  expect(await donner(anne, { id, detenueId }, 'RIB')).toEqual({ ok: false, reason: 'PIECE_NON_DETENUE' })
  const lecteur = await monde.unMembre(structureId, 'LECTEUR')
  expect(await donner(lecteur, { id, detenueId })).toMatchObject({ ok: false, reason: 'LECTEUR_SEUL' })
  await monde.remplir(anne, id)
  expect((await monde.valider(anne, id)).ok).toBe(true)
  expect((await donner(anne, { id, detenueId })).ok).toBe(false)
  expect(await donnees(id)).toEqual([])
})
