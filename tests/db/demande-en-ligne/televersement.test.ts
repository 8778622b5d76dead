import { createHash, randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Demandeur } from '#domain/acces/acteur'
import { EN_VOL_MAX, type PourQuoi } from '#domain/demande-en-ligne/televersement'
import { NotFound } from '#infra/errors'
import { cleDeTeleversement } from '#infra/stores/demande-en-ligne/televersement'
import { televersementsVus } from '#queries/extranet/televersements'
import { unPdf } from '#support/documents'
import { demanderComplements } from '#usecases/complement/demander-complements'
import { abandonnerTeleversement } from '#usecases/demande-en-ligne/abandonner-televersement'
import { commencerDemande } from '#usecases/demande-en-ligne/commencer-demande'
import { commencerTeleversement } from '#usecases/demande-en-ligne/commencer-televersement'
import { recevoirMorceau } from '#usecases/demande-en-ligne/recevoir-morceau'
import { supprimerDemande } from '#usecases/demande-en-ligne/supprimer-demande'
import { terminerTeleversement } from '#usecases/demande-en-ligne/terminer-televersement'
import { purgerTeleversements } from '#usecases/entretien/purger-televersements'
import { unAgent } from '../dossier/faits'
import { JUIN, unMondeEnLigne } from './monde'

const sha256De = (contenu: Buffer) => createHash('sha256').update(contenu).digest('hex')
const PLUS_TARD = '2027-06-01T10:10:01Z'
const LE_LENDEMAIN = '2027-06-02T10:00:01Z'

describe('a file that comes piece by piece', () => {
  const monde = unMondeEnLigne()

  type Voulu = { pour: PourQuoi; code?: string; nomFichier?: string; contenu?: Buffer; sha256?: string }
  async function commencer(qui: Demandeur, { pour, code = 'RIB', contenu = monde.pdf, ...autre }: Voulu) {
    const annonce = { nomFichier: 'RIB.pdf', sha256: sha256De(contenu), ...autre }
    return commencerTeleversement(monde.depsA(), qui, {
      ...{ id: randomUUID(), pour, code, taille: contenu.length },
      ...annonce,
    })
  }
  async function commence(qui: Demandeur, voulu: Voulu): Promise<string> {
    const fait = await commencer(qui, voulu)
    if (!fait.ok) throw new Error(fait.reason)
    return fait.value.id
  }
  async function recevoir(id: string, contenu: Buffer, depuis = 0) {
    const { taille } = await monde.db.televersement.findUniqueOrThrow({ where: { id } })
    async function* flux() {
      await Promise.resolve()
      yield new Uint8Array(contenu)
    }
    return recevoirMorceau(monde.depsA(), { id, taille }, { depuis, flux: flux(), continuer: () => true })
  }
  const octets = (id: string) => monde.storage().size(cleDeTeleversement(id))
  const terminer = (qui: Demandeur, id: string) => terminerTeleversement(monde.depsA(), qui, id)
  const pieces = (id: string) => monde.db.pieceEnLigne.findMany({ where: { demandeEnLigneId: id } })

  test('whole, it is a pièce by the act that takes one at once; ended twice, at once or later, it is one', async () => {
    const { id, anne } = await monde.unDebut()
    const envoi = await commence(anne, { pour: { demandeEnLigneId: id } })
    const moitie = Math.floor(monde.pdf.length / 2)
    expect(await recevoir(envoi, monde.pdf.subarray(0, moitie))).toBe(moitie)
    expect(await terminer(anne, envoi)).toEqual({ ok: false, reason: 'INCOMPLET' })
    expect(await pieces(id)).toEqual([])
    expect(await recevoir(envoi, monde.pdf.subarray(moitie), moitie)).toBe(monde.pdf.length)
    const avant = await monde.versionDe(id)
    expect(await Promise.all([terminer(anne, envoi), terminer(anne, envoi)])).toEqual([{ ok: true }, { ok: true }])
    expect(await terminer(anne, envoi)).toEqual({ ok: true })
    expect(await pieces(id)).toMatchObject([
      { code: 'RIB', nomFichier: 'RIB.pdf', sha256: sha256De(monde.pdf), typeMime: 'application/pdf' },
    ])
    expect(await monde.versionDe(id)).toBe(avant + 1)
    const [piece] = await pieces(id)
    expect((await monde.storage().readAll(piece?.cle ?? '')).equals(monde.pdf)).toBe(true)
    await expect(octets(envoi)).rejects.toThrow(NotFound)
  })

  test('announced again by the same person it goes on under its first id; by another it is another', async () => {
    const { id, anne, structureId } = await monde.unDebut()
    const pour = { demandeEnLigneId: id }
    const envoi = await commence(anne, { pour })
    expect(await commence(anne, { pour })).toBe(envoi)
    const marc = await monde.unMembre(structureId)
    expect(await commence(marc, { pour })).not.toBe(envoi)
  })

  test('bytes that are not those announced are no pièce: it is told, kept told, and nothing is counted', async () => {
    const { id, anne } = await monde.unDebut()
    const envoi = await commence(anne, { pour: { demandeEnLigneId: id }, sha256: 'b'.repeat(64) })
    await recevoir(envoi, monde.pdf)
    expect(await terminer(anne, envoi)).toEqual({ ok: false, reason: 'EMPREINTE' })
    expect(await terminer(anne, envoi)).toEqual({ ok: false, reason: 'EMPREINTE' })
    expect(await pieces(id)).toEqual([])
    await expect(octets(envoi)).rejects.toThrow(NotFound)
    const vus = await televersementsVus(monde.db, anne, { pour: { demandeEnLigneId: id }, now: new Date(JUIN) })
    expect(vus).toMatchObject([{ bloque: false, mien: true }])
    expect(vus[0]?.refus).toContain('arrivé abîmé')
    // What was refused is read once: the next file takes its place.
    await commence(anne, { pour: { demandeEnLigneId: id } })
    expect(await monde.db.televersement.count({ where: { demandeEnLigneId: id } })).toBe(1)
  })

  test('what is in it is looked at as in a file sent at once', async () => {
    const { id, anne } = await monde.unDebut()
    const contenu = Buffer.from('rien')
    const envoi = await commence(anne, { pour: { demandeEnLigneId: id }, contenu })
    await recevoir(envoi, contenu)
    const refuse = await terminer(anne, envoi)
    expect(refuse).toMatchObject({ ok: false, reason: 'CONTENU_INATTENDU' })
    expect(await pieces(id)).toEqual([])
  })

  test('it is refused before any byte: another pièce, a reader, another structure, a name too long, too many at once', async () => {
    const { id, anne, structureId } = await monde.unDebut()
    const pour = { demandeEnLigneId: id }
    const refuse = async (qui: Demandeur, voulu: Omit<Voulu, 'pour'> = {}) => {
      const fait = await commencer(qui, { pour, ...voulu })
      return fait.ok ? null : fait.reason
    }
    expect(await refuse(anne, { code: 'JO_INCONNU' })).toBe('PIECE_NON_DEMANDEE')
    expect(await refuse(anne, { nomFichier: `${'n'.repeat(51)}.pdf` })).toBe('LIBELLE_TROP_LONG')
    expect(await refuse(anne, { contenu: Buffer.alloc(20 * 1024 * 1024 + 1) })).toBe('TROP_VOLUMINEUX')
    expect(await refuse(await monde.unMembre(structureId, 'LECTEUR'))).toBe('LECTEUR_SEUL')
    await expect(refuse(await monde.unMembre(await monde.uneStructure()))).rejects.toThrow(NotFound)
    expect(await monde.db.televersement.count({ where: { demandeEnLigneId: id } })).toBe(0)

    // For several demandes of one person: those for one follow each other anyway.
    const cibles = await Promise.all(
      Array.from({ length: EN_VOL_MAX + 2 }, async () => {
        const input = { structureId, code: 'JUM-2027', ficheId: null, cleEnvoi: randomUUID() }
        const commencee = await commencerDemande(monde.depsA(), anne, input)
        return commencee.ok ? commencee.value.id : ''
      }),
    )
    const dix = cibles.map(async (demandeEnLigneId) => {
      const fait = await commencer(anne, { pour: { demandeEnLigneId } })
      return fait.ok ? null : fait.reason
    })
    const reponses = await Promise.all(dix)
    expect(reponses.filter((une) => une === null)).toHaveLength(EN_VOL_MAX)
    expect(reponses.filter((une) => une === 'TROP_D_ENVOIS')).toHaveLength(2)
  })

  test('a deposit waits for it and names it, until it is ended, given up, or silent for ten minutes', async () => {
    const { id, anne, structureId } = await monde.unDebut()
    await monde.remplir(anne, id)
    const marc = await monde.unMembre(structureId)
    const envoi = await commence(marc, { pour: { demandeEnLigneId: id }, nomFichier: 'Statuts.pdf' })
    const attend = { ok: false, reason: 'FICHIER_EN_VOL', detail: 'Statuts.pdf' }
    expect(await monde.valider(anne, id)).toEqual(attend)
    // Another member's is theirs to give up.
    await expect(abandonnerTeleversement(monde.depsA(), anne, envoi)).rejects.toThrow(NotFound)
    expect(await octets(envoi)).toBe(0)
    await abandonnerTeleversement(monde.depsA(), marc, envoi)
    await expect(octets(envoi)).rejects.toThrow(NotFound)
    await commence(anne, { pour: { demandeEnLigneId: id }, nomFichier: 'Statuts.pdf' })
    expect(await monde.valider(anne, id)).toEqual(attend)
    expect((await monde.valider(anne, id, { le: PLUS_TARD })).ok).toBe(true)
  })

  test('ended once the demande is deposited, it is no pièce of it', async () => {
    const { id, anne } = await monde.unDebut()
    await monde.remplir(anne, id)
    const envoi = await commence(anne, { pour: { demandeEnLigneId: id } })
    await recevoir(envoi, monde.pdf)
    expect((await monde.valider(anne, id, { le: PLUS_TARD })).ok).toBe(true)
    expect(await terminer(anne, envoi)).toEqual({ ok: false, reason: 'DEJA_DEPOSEE' })
    expect(await commencer(anne, { pour: { demandeEnLigneId: id } })).toEqual({ ok: false, reason: 'DEJA_DEPOSEE' })
  })

  test('a day after its last byte it is taken away with its bytes, and with the demande when that one is deleted', async () => {
    const { id, anne } = await monde.unDebut()
    const vieux = await commence(anne, { pour: { demandeEnLigneId: id } })
    const fini = await commence(anne, { pour: { demandeEnLigneId: id }, code: 'LETTRE' })
    await recevoir(fini, monde.pdf)
    await terminer(anne, fini)
    const deps = monde.depsA(LE_LENDEMAIN)
    await monde.db.televersement.updateMany({
      where: { demandeEnLigneId: { not: id } },
      data: { recuLe: new Date(LE_LENDEMAIN) },
    })
    const autre = await commence(anne, { pour: { demandeEnLigneId: id }, code: 'STATUTS' })
    await monde.db.televersement.update({ where: { id: autre }, data: { recuLe: new Date(LE_LENDEMAIN) } })
    expect(await purgerTeleversements(deps)).toEqual({ televersements: 2, abandonnes: 1 })
    await expect(octets(vieux)).rejects.toThrow(NotFound)
    expect(await octets(autre)).toBe(0)
    expect(await pieces(id)).toHaveLength(1)
    await supprimerDemande(deps, anne, { id, version: await monde.versionDe(id) })
    await expect(octets(autre)).rejects.toThrow(NotFound)
  })

  test('what is asked of a dossier is answered by one, once', async () => {
    const { id, anne } = await monde.unDebut()
    await monde.remplir(anne, id)
    await monde.donner(anne, { id, code: 'RIB', nomFichier: 'Releve.pdf' })
    const deposee = await monde.valider(anne, id)
    const { id: dossierId, version } = await monde.dossierDe(deposee.ok ? deposee.value.numero : '')
    const contenu = await unPdf([{ texte: 'Autre RIB', x: 72, y: 700 }])
    const pour = { dossierId }
    expect(await commencer(anne, { pour, contenu })).toEqual({ ok: false, reason: 'RIEN_DEMANDE' })
    const element = { code: 'RIB', constat: 'Le RIB est illisible.', aFaire: 'Joignez-en un autre.' }
    const asked = { elements: [element], cles: [], remplace: null, limite: '2027-06-22' }
    await demanderComplements(monde.depsA(), await unAgent(monde.db), { dossierId, version, ...asked })
    await monde.db.courriel.updateMany({ where: { dossierId }, data: { etat: 'ENVOYE', envoyeLe: new Date(JUIN) } })
    const envoi = await commence(anne, { pour, contenu })
    await recevoir(envoi, contenu)
    expect(await terminer(anne, envoi)).toEqual({ ok: true })
    expect(await terminer(anne, envoi)).toEqual({ ok: true })
    const rib = await monde.db.piece.findMany({ where: { dossierId, code: 'RIB' }, include: { versions: true } })
    expect(rib).toMatchObject([{ versions: [{ numero: 1 }, { numero: 2, sha256: sha256De(contenu) }] }])
  })
})
