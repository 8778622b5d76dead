import { describe, expect, test } from 'vitest'
import { SANS_AFFINAGE } from '#support/demande-en-ligne/affinage'
import type { Demandeur } from '#domain/acces/acteur'
import { NotFound } from '#infra/errors'
import { newKey } from '#infra/storage'
import { accueilDuDemandeur } from '#queries/extranet/accueil-demandeur'
import { lettreDuDemandeur } from '#queries/extranet/lettre-du-demandeur'
import { suiviDuDemandeur } from '#queries/extranet/dossier-suivi'
import { unPdf } from '#support/documents'
import { libererParUneAutre, VOTE } from '#support/vote'
import { demanderComplements } from '#usecases/complement/demander-complements'
import { donnerComplement } from '#usecases/complement/donner-complement'
import { refuserDossier } from '#usecases/dossier/refuser-dossier'
import { unAgent } from '../dossier/faits'
import { JUIN, unMondeEnLigne } from './monde'

const PLUS_TARD = '2027-06-10T10:00:00Z'
const ELEMENT = { code: 'RIB', constat: 'Le RIB est illisible.', aFaire: 'Joignez-en un autre.' }

describe('a dossier as its structure follows it', () => {
  const monde = unMondeEnLigne()

  async function unDepot() {
    const { id, anne, structureId } = await monde.unDebut()
    await monde.remplir(anne, id)
    await monde.donner(anne, { id, code: 'RIB', nomFichier: 'Releve.pdf' })
    const deposee = await monde.valider(anne, id)
    const dossier = await monde.dossierDe(deposee.ok ? deposee.value.numero : '')
    return { anne, structureId, dossierId: dossier.id, version: dossier.version }
  }
  const suivi = (qui: Demandeur, id: string) => suiviDuDemandeur(monde.db, qui, { id, now: new Date(JUIN) })
  /** The word that the list of the home says of it. */
  const dansLaListe = async ({ id: demandeurId }: Demandeur) =>
    (
      await accueilDuDemandeur(monde.db, {
        demandeurId,
        affinage: SANS_AFFINAGE,
        voulue: null,
        now: new Date(JUIN),
      })
    ).ici?.demandes[0]?.etat
  const partent = (dossierId: string) =>
    monde.db.courriel.updateMany({ where: { dossierId }, data: { etat: 'ENVOYE', envoyeLe: new Date(JUIN) } })
  const donner = async (qui: Demandeur, dossierId: string, code = 'RIB') => {
    const recue = newKey('lots')
    await monde.storage().put(recue, await unPdf([{ texte: `Autre ${code}`, x: 72, y: 700 }]))
    const answer = await donnerComplement(monde.depsA(PLUS_TARD), qui, {
      dossierId,
      code,
      nomFichier: 'RIB neuf.pdf',
      recue,
    })
    await expect(monde.storage().size(recue)).rejects.toThrow()
    return answer
  }

  test('what is asked is answered pièce by pièce, once its mail has left, and the wait ends', async () => {
    const { anne, structureId, dossierId, version } = await unDepot()
    const agent = await unAgent(monde.db)
    const asked = { elements: [ELEMENT], cles: [], remplace: null, limite: '2027-06-22' }
    expect((await demanderComplements(monde.depsA(), agent, { dossierId, version, ...asked })).ok).toBe(true)
    expect(await suivi(anne, dossierId)).toMatchObject({ etat: 'DEPOSE', complement: null, courriels: [] })
    expect(await dansLaListe(anne)).toBe('DEPOSE')
    expect(await donner(anne, dossierId)).toEqual({ ok: false, reason: 'RIEN_DEMANDE' })

    await partent(dossierId)
    expect(await dansLaListe(anne)).toBe('INCOMPLET')
    const vu = await suivi(anne, dossierId)
    expect(vu).toMatchObject({
      etat: 'INCOMPLET',
      complement: { limite: '2027-06-22', ici: true, elements: [{ ...ELEMENT, recuLe: null }] },
    })
    expect(vu.courriels.length).toBeGreaterThan(2)
    const marc = await monde.unMembre(structureId, 'LECTEUR', 'Marc')
    expect(await donner(marc, dossierId)).toEqual({ ok: false, reason: 'LECTEUR_SEUL' })
    await expect(donner(await monde.unMembre(await monde.uneStructure()), dossierId)).rejects.toThrow(NotFound)
    expect(await donner(anne, dossierId, 'STATUTS')).toEqual({ ok: false, reason: 'RIEN_DEMANDE' })

    expect(await donner(anne, dossierId)).toEqual({ ok: true })
    const rib = await monde.db.piece.findMany({ where: { dossierId, code: 'RIB' }, include: { versions: true } })
    expect(rib).toMatchObject([{ controle: 'A_CONTROLER', versions: [{ numero: 1 }, { numero: 2 }] }])
    expect(await monde.db.demandeComplement.findFirst({ where: { dossierId } })).toMatchObject({ etat: 'LEVEE' })
    expect(
      await monde.db.entreeJournal.findMany({ where: { objetId: dossierId, acte: 'recevoirPiece' } }),
    ).toMatchObject([{ acteurType: 'DEMANDEUR', acteurId: anne.id }])
    expect(await donner(anne, dossierId)).toEqual({ ok: false, reason: 'RIEN_DEMANDE' })
  })

  test('a decision is told by its mail, and nothing of it before: neither its word, its amount, nor its letter', async () => {
    const { anne, dossierId, version } = await unDepot()
    const chef = await unAgent(monde.db, 'RESPONSABLE')
    const refus = { vote: VOTE, motif: 'CREDITS_EPUISES', precision: 'L’enveloppe est engagée.' } as const
    expect((await refuserDossier(monde.depsA(), chef, { dossierId, version, ...refus })).ok).toBe(true)
    expect(await suivi(anne, dossierId)).toMatchObject({ etat: 'EN_INSTRUCTION', rendu: false, aUneLettre: false })
    expect(await dansLaListe(anne)).toBe('EN_INSTRUCTION')
    await expect(lettreDuDemandeur({ db: monde.db, storage: monde.storage() }, anne, dossierId)).rejects.toThrow(
      NotFound,
    )
    await libererParUneAutre(monde.depsA(), dossierId)
    expect(await dansLaListe(anne)).toBe('EN_INSTRUCTION')
    await partent(dossierId)
    expect(await dansLaListe(anne)).toBe('REFUSE')
    expect(await suivi(anne, dossierId)).toMatchObject({
      ...{ etat: 'REFUSE', rendu: true, aUneLettre: true, montantAccordeCents: null },
      empechement: 'DECISION_RENDUE',
    })
    const ailleurs = await monde.unMembre(await monde.uneStructure())
    await expect(lettreDuDemandeur({ db: monde.db, storage: monde.storage() }, ailleurs, dossierId)).rejects.toThrow(
      NotFound,
    )
    expect((await lettreDuDemandeur({ db: monde.db, storage: monde.storage() }, anne, dossierId)).nom).toMatch(
      /^lettre-2027-6\d{4}\.pdf$/,
    )
  })
})
