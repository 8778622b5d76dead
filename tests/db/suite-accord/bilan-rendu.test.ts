import { describe, expect, test } from 'vitest'
import type { Demandeur } from '#domain/acces/acteur'
import { CODES_PIECE } from '#domain/piece/piece'
import type { ReponsesBilan } from '#domain/suite-accord/bilan-rendu'
import { NotFound } from '#infra/errors'
import { newKey } from '#infra/storage'
import { bilanARendre, fichierDuBilan } from '#queries/extranet/bilan-a-rendre'
import { suiviDuDemandeur } from '#queries/extranet/dossier-suivi'
import { fichiersInfectes } from '#queries/piece/fichiers-infectes'
import { fichierDeBilanRendu, suitesDossier } from '#queries/suite-accord/suites-dossier'
import { unPdf } from '#support/documents'
import { libererParUneAutre, VOTE } from '#support/vote'
import { analyserFichierDeBilan } from '#usecases/antivirus/analyser-fichier-de-bilan'
import { abandonnerTeleversement } from '#usecases/demande-en-ligne/abandonner-televersement'
import { commencerTeleversement } from '#usecases/demande-en-ligne/commencer-televersement'
import { deciderDossier } from '#usecases/dossier/decider-dossier'
import { donnerFichierDeBilan } from '#usecases/suite-accord/donner-fichier-de-bilan'
import { enregistrerBilan } from '#usecases/suite-accord/enregistrer-bilan'
import { jugerBilan } from '#usecases/suite-accord/juger-bilan'
import { recevoirBilan, reprendreBilan } from '#usecases/suite-accord/recevoir-bilan'
import { rendreBilan } from '#usecases/suite-accord/rendre-bilan'
import { retirerFichierDeBilan } from '#usecases/suite-accord/retirer-fichier-de-bilan'
import { unMondeEnLigne } from '../demande-en-ligne/monde'
import { unAgent } from '../dossier/faits'
import { vise } from './monde'

const OCTOBRE = '2027-10-01T10:00:00Z'

const REPONSES: ReponsesBilan = {
  debut: '12/07/2027',
  fin: '19/07/2027',
  participants: '24',
  compteRendu: 'Vingt-quatre jeunes ont chanté.\r\nIls reviendront.',
  depense: '2 000',
  subvention: '1 500,50',
  ecarts: 'Deux nuits de moins que prévu, et un car partagé.',
}

describe('a bilan that its structure gives', () => {
  const monde = unMondeEnLigne()
  const deps = () => monde.depsA(OCTOBRE)

  /** A grant of 3 000 € that its structure was told of, unless its mail has not left. */
  async function unAccord({ dite = true } = {}) {
    const { id, anne, structureId } = await monde.unDebut()
    await monde.remplir(anne, id)
    const deposee = await monde.valider(anne, id)
    const { id: dossierId } = await monde.dossierDe(deposee.ok ? deposee.value.numero : '')
    await monde.db.dossier.update({
      where: { id: dossierId },
      data: { etat: 'EN_INSTRUCTION', montantDemandeCents: 300_000n },
    })
    // Its pièces are in order.
    const regle = { dossierId, controle: 'SANS_OBJET' as const }
    await monde.db.piece.createMany({
      data: CODES_PIECE.map((code) => ({ ...regle, code, libelle: code, cleDepot: code })),
    })
    const chef = await unAgent(monde.db, 'RESPONSABLE')
    const voulue = { acte: 'accorder', montantCents: 300_000n, vote: VOTE } as const
    const { version } = await vise(monde.db, dossierId)
    const answer = await deciderDossier(monde.depsA(), chef, { dossierId, version, voulue })
    if (!answer.ok) throw new Error(answer.reason)
    if (dite) {
      await libererParUneAutre(monde.depsA(), dossierId)
      await monde.db.courriel.updateMany({
        where: { dossierId },
        data: { etat: 'ENVOYE', envoyeLe: new Date(OCTOBRE) },
      })
    }
    return { anne, structureId, dossierId, chef }
  }
  const voir = (qui: Demandeur, id: string) => bilanARendre(monde.db, qui, { id, now: new Date(OCTOBRE) })
  const ecrire = (qui: Demandeur, dossierId: string, miennes = REPONSES, base: ReponsesBilan = {}) =>
    enregistrerBilan(deps(), qui, { dossierId, base, repris: [], miennes })
  async function donner(qui: Demandeur, dossierId: string, nomFichier = 'CRF.pdf', code = 'COMPTE_RENDU_FINANCIER') {
    const recue = newKey('lots')
    await monde.storage().put(recue, await unPdf([{ texte: nomFichier, x: 72, y: 700 }]))
    const answer = await donnerFichierDeBilan(deps(), qui, { dossierId, code, nomFichier, recue })
    await expect(monde.storage().size(recue)).rejects.toThrow()
    return answer
  }
  async function rendre(qui: Demandeur, dossierId: string, version?: number) {
    const vu = await voir(qui, dossierId)
    return rendreBilan(deps(), qui, { dossierId, version: version ?? vu?.enCours.version ?? -1 })
  }
  const rendu = async (qui: Demandeur, dossierId: string) => {
    await ecrire(qui, dossierId)
    await donner(qui, dossierId)
    return rendre(qui, dossierId)
  }
  const fichiersDe = async (qui: Demandeur, id: string) => (await voir(qui, id))?.enCours.fichiers ?? []

  test('is shown and written once its structure was told of the grant, by who does more than read, and nobody else', async () => {
    const tu = await unAccord({ dite: false })
    expect(await voir(tu.anne, tu.dossierId)).toBeNull()
    expect(await ecrire(tu.anne, tu.dossierId)).toEqual({ ok: false, reason: 'RIEN_A_RENDRE' })
    expect(await donner(tu.anne, tu.dossierId)).toEqual({ ok: false, reason: 'RIEN_A_RENDRE' })

    const { anne, structureId, dossierId } = await unAccord()
    const { bilan } = await suiviDuDemandeur(monde.db, anne, { id: dossierId, now: new Date(OCTOBRE) })
    expect(bilan).toMatchObject({ ici: true, ouvert: true, etat: 'ATTENDU', motif: '', rendus: 0 })
    const marc = await monde.unMembre(structureId, 'LECTEUR', 'Marc')
    const ailleurs = await monde.unMembre(await monde.uneStructure())
    const lecteur = { ok: false, reason: 'LECTEUR_SEUL' }
    expect(await ecrire(marc, dossierId)).toEqual(lecteur)
    expect(await donner(marc, dossierId)).toEqual(lecteur)
    expect(await rendre(marc, dossierId)).toEqual(lecteur)
    expect(await retirerFichierDeBilan(deps(), marc, { dossierId, fichierId: dossierId })).toEqual(lecteur)
    await expect(voir(ailleurs, dossierId)).rejects.toThrow(NotFound)
    await expect(ecrire(ailleurs, dossierId)).rejects.toThrow(NotFound)
    await expect(donner(ailleurs, dossierId)).rejects.toThrow(NotFound)
    await expect(rendreBilan(deps(), ailleurs, { dossierId, version: 0 })).rejects.toThrow(NotFound)
    await expect(retirerFichierDeBilan(deps(), ailleurs, { dossierId, fichierId: dossierId })).rejects.toThrow(NotFound)
    expect(await monde.db.bilanRendu.count({ where: { bilan: { dossierId } } })).toBe(0)

    await donner(anne, dossierId)
    const [fichier] = await fichiersDe(anne, dossierId)
    const fichierId = fichier?.id ?? ''
    await expect(fichierDuBilan(monde.db, ailleurs, { id: dossierId, fichierId })).rejects.toThrow(NotFound)
    expect(await fichierDuBilan(monde.db, marc, { id: dossierId, fichierId })).toMatchObject({ nom: 'CRF.pdf' })
    const autre = await unAccord()
    await expect(fichierDuBilan(monde.db, autre.anne, { id: autre.dossierId, fichierId })).rejects.toThrow(NotFound)
    await expect(fichierDeBilanRendu(monde.db, dossierId, fichierId)).rejects.toThrow(NotFound)
    expect((await suitesDossier(monde.db, dossierId, new Date(OCTOBRE))).bilan?.rendus).toEqual([])
  })

  test('two people write in it, and nobody erases anybody', async () => {
    const { anne, structureId, dossierId } = await unAccord()
    const zoe = await monde.unMembre(structureId, 'REDACTEUR', 'Zoé')
    expect(await ecrire(anne, dossierId, { participants: '24', depense: '2 000' })).toMatchObject({ ok: true })
    const deux = await ecrire(zoe, dossierId, { participants: '25', debut: '12/07/2027' })
    expect(deux).toMatchObject({
      value: {
        reponses: { participants: '24', depense: '2 000', debut: '12/07/2027' },
        divergences: [{ champ: 'participants', mienne: '25', leur: '24', qui: 'Anne Pruvost' }],
      },
    })
  })

  test('is given once, with what it needs, and has come as an officer would say it has', async () => {
    const { anne, structureId, dossierId, chef } = await unAccord()
    expect(await rendre(anne, dossierId)).toEqual({ ok: false, reason: 'A_REPRENDRE' })
    await ecrire(anne, dossierId)
    expect(await rendre(anne, dossierId)).toEqual({ ok: false, reason: 'SANS_COMPTE_RENDU' })
    expect(await donner(anne, dossierId, 'RIB.pdf', 'RIB')).toMatchObject({ reason: 'PIECE_NON_DEMANDEE' })
    expect(await donner(anne, dossierId)).toEqual({ ok: true })
    const zoe = await monde.unMembre(structureId, 'REDACTEUR', 'Zoé')
    const { version = -1 } = (await voir(anne, dossierId))?.enCours ?? {}
    await ecrire(zoe, dossierId, { ...REPONSES, participants: '23' }, REPONSES)
    expect(await rendre(anne, dossierId, version)).toEqual({ ok: false, reason: 'CHANGE', detail: 'Zoé Pruvost' })

    const avant = await vise(monde.db, dossierId)
    expect(await rendre(anne, dossierId)).toEqual({ ok: true })
    expect(await rendre(anne, dossierId)).toEqual({ ok: false, reason: 'DEJA_RENDU' })
    expect(await ecrire(anne, dossierId)).toEqual({ ok: false, reason: 'DEJA_RENDU' })
    expect(await donner(anne, dossierId, 'Autre.pdf', 'AUTRE_DU_BILAN')).toEqual({ ok: false, reason: 'DEJA_RENDU' })
    const { version: apres } = await vise(monde.db, dossierId)
    expect(apres).toBe(avant.version + 1)
    const entrees = await monde.db.entreeJournal.findMany({ where: { objetId: dossierId, acte: 'rendreBilan' } })
    expect(entrees).toMatchObject([{ acteurType: 'DEMANDEUR', acteurId: anne.id, detail: { rang: '1' } }])
    const lues = await suitesDossier(monde.db, dossierId, new Date(OCTOBRE))
    expect(lues.bilan).toMatchObject({
      ...{ etat: 'A_EXAMINER', recuLe: '2027-10-01', surLExtranet: true, aRendreCents: null },
      rendus: [
        {
          ...{ rang: 1, participants: 23, depenseCents: 200_000n, subventionCents: 150_050n, fin: '2027-07-19' },
          compteRendu: 'Vingt-quatre jeunes ont chanté.\nIls reviendront.',
          fichiers: [{ nomFichier: 'CRF.pdf' }],
        },
      ],
    })
    const recevoir = { ...(await vise(monde.db, dossierId)), le: '2027-10-01' }
    expect(await recevoirBilan(deps(), chef, recevoir)).toEqual({ ok: false, reason: 'DEJA_RECU' })
  })

  test('to complete, it opens again from what was given, which stays as it was', async () => {
    const { anne, dossierId, chef } = await unAccord()
    expect(await rendu(anne, dossierId)).toEqual({ ok: true })
    const juge = { verdict: 'A_COMPLETER', motif: 'Il manque les factures du car.', depenseCents: null } as const
    await jugerBilan(deps(), chef, { ...(await vise(monde.db, dossierId)), ...juge })
    expect(await voir(anne, dossierId)).toMatchObject({
      empechement: null,
      motif: juge.motif,
      enCours: { reponses: { fin: '19/07/2027' } },
    })
    expect(await rendre(anne, dossierId)).toEqual({ ok: false, reason: 'INCHANGE' })

    const [premier] = await monde.db.fichierDeBilan.findMany({ where: { bilanRendu: { bilan: { dossierId } } } })
    expect(await donner(anne, dossierId, 'CRF complet.pdf')).toEqual({ ok: true })
    expect(await donner(anne, dossierId, 'Facture.pdf', 'AUTRE_DU_BILAN')).toEqual({ ok: true })
    expect(await monde.storage().size(premier?.cle ?? '')).toBeGreaterThan(0)
    expect(await retirerFichierDeBilan(deps(), anne, { dossierId, fichierId: premier?.id ?? '' })).toEqual({ ok: true })
    expect(await monde.storage().size(premier?.cle ?? '')).toBeGreaterThan(0)
    expect(await rendre(anne, dossierId)).toEqual({ ok: false, reason: 'SANS_COMPTE_RENDU' })
    await donner(anne, dossierId, 'CRF complet.pdf')
    expect(await rendre(anne, dossierId)).toEqual({ ok: true })
    const { rendus } = (await voir(anne, dossierId)) ?? {}
    expect(rendus?.map(({ rang, fichiers }) => [rang, fichiers.map(({ nomFichier }) => nomFichier)])).toEqual([
      [2, ['CRF complet.pdf', 'Facture.pdf']],
      [1, ['CRF.pdf']],
    ])
    expect(await reprendreBilan(deps(), chef, await vise(monde.db, dossierId))).toMatchObject({ ok: true })
    expect(await voir(anne, dossierId)).toMatchObject({ empechement: null, motif: '' })
  })

  test('a file taken away leaves no bytes, one too many is refused, and one on its way is waited for', async () => {
    const { anne, dossierId } = await unAccord()
    await ecrire(anne, dossierId)
    await donner(anne, dossierId)
    for (let rang = 1; rang <= 10; rang += 1)
      expect(await donner(anne, dossierId, `Photo ${rang}.pdf`, 'AUTRE_DU_BILAN')).toEqual({ ok: true })
    expect(await donner(anne, dossierId, 'Onze.pdf', 'AUTRE_DU_BILAN')).toEqual({
      ...{ ok: false, reason: 'TROP_DE_FICHIERS_DE_BILAN', detail: '10' },
    })
    const dernier = await monde.db.fichierDeBilan.findFirstOrThrow({ where: { nomFichier: 'Photo 10.pdf' } })
    await retirerFichierDeBilan(deps(), anne, { dossierId, fichierId: dernier.id })
    await expect(monde.storage().size(dernier.cle)).rejects.toThrow()

    const annonce = { nomFichier: 'Long.pdf', taille: 10, sha256: 'a'.repeat(64) }
    const envoi = { id: crypto.randomUUID(), pour: { dossierId }, code: 'AUTRE_DU_BILAN', ...annonce }
    const ailleurs = await monde.unMembre(await monde.uneStructure())
    await expect(commencerTeleversement(deps(), ailleurs, envoi)).rejects.toThrow(NotFound)
    expect(await commencerTeleversement(deps(), anne, envoi)).toMatchObject({ ok: true })
    expect(await rendre(anne, dossierId)).toEqual({ ok: false, reason: 'FICHIER_EN_VOL', detail: 'Long.pdf' })
    expect(await abandonnerTeleversement(deps(), anne, envoi.id)).toEqual({ pour: { dossierId }, code: envoi.code })
    expect(await rendre(anne, dossierId)).toEqual({ ok: true })
  })

  test('an infected file is locked, told of, and keeps the bilan from being given', async () => {
    const { anne, dossierId } = await unAccord()
    await ecrire(anne, dossierId)
    await donner(anne, dossierId)
    const [fichier] = await fichiersDe(anne, dossierId)
    const fichierId = fichier?.id ?? ''
    const antivirus = { analyser: () => Promise.resolve({ analyse: 'INFECTE', detail: 'Eicar' } as const) }
    await analyserFichierDeBilan({ ...deps(), antivirus }, fichierId)
    await analyserFichierDeBilan({ ...deps(), antivirus }, fichierId)
    const entrees = await monde.db.entreeJournal.findMany({
      where: { objetId: dossierId, acte: 'verrouillerFichierInfecte' },
    })
    expect(entrees).toMatchObject([{ detail: { fichier: 'CRF.pdf', signature: 'Eicar' } }])
    expect(await rendre(anne, dossierId)).toEqual({ ok: false, reason: 'FICHIER_INFECTE', detail: 'CRF.pdf' })
    expect(await fichierDuBilan(monde.db, anne, { id: dossierId, fichierId })).toMatchObject({ analyse: 'INFECTE' })
    expect((await fichiersInfectes(monde.db)).fichiers.map(({ nom }) => nom)).toContain('CRF.pdf')
    await donner(anne, dossierId, 'CRF sain.pdf')
    expect(await rendre(anne, dossierId)).toEqual({ ok: true })
  })
})
