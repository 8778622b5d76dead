import { type Demandeur, nomDActeur } from '#domain/acces/acteur'
import { echeanceDAide, peutDemanderAide, type RefusDAide } from '#domain/demande-en-ligne/aide'
import { ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { aideDe } from '#infra/stores/demande-en-ligne/aide'
import { tenirDemande } from '#infra/stores/demande-en-ligne/demande-en-ligne'

type Fait = Promise<Result<undefined, RefusDAide>>

/** A member of the structure lets officers see what is being filled in, for a week. Asked twice it is asked once. Throws NotFound. */
export const demanderAide = ({ db, now }: Deps, demandeur: Demandeur, { id }: { id: string }): Fait =>
  db.$transaction(async (tx): Fait => {
    const tenue = await tenirDemande(tx, demandeur.id, id)
    const permis = peutDemanderAide(tenue.role, tenue)
    if (!permis.ok) return permis
    const le = now()
    if (await aideDe(tx, tenue, le)) return ok()
    // One that is over by its day makes room for the next.
    await tx.aideDemandee.updateMany({ where: { demandeEnLigneId: id, fermeeLe: null }, data: { fermeeLe: le } })
    await tx.aideDemandee.create({
      data: {
        ...{ demandeEnLigneId: id, demandeeLe: le, demandeePar: nomDActeur(demandeur), echeance: echeanceDAide(le) },
      },
      select: { id: true },
    })
    await writeJournal(tx, demandeur, {
      acte: 'demanderAide',
      objet: 'demande-en-ligne',
      objetId: id,
      detail: { campagne: tenue.campagne.code, structure: tenue.structure.nom },
      le,
    })
    return ok()
  })

/** Officers see it no more, at once. What they said of it stays with the structure. Throws NotFound. */
export const fermerAide = ({ db, now }: Deps, demandeur: Demandeur, { id }: { id: string }): Fait =>
  db.$transaction(async (tx): Fait => {
    const tenue = await tenirDemande(tx, demandeur.id, id)
    const permis = peutDemanderAide(tenue.role, tenue)
    if (!permis.ok) return permis
    const le = now()
    if (!(await aideDe(tx, tenue, le))) return ok()
    await tx.aideDemandee.updateMany({ where: { demandeEnLigneId: id, fermeeLe: null }, data: { fermeeLe: le } })
    await writeJournal(tx, demandeur, {
      acte: 'fermerAide',
      objet: 'demande-en-ligne',
      objetId: id,
      detail: { campagne: tenue.campagne.code, structure: tenue.structure.nom },
      le,
    })
    return ok()
  })
