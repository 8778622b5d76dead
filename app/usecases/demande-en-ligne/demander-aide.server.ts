import { type Demandeur, nomDActeur } from '#domain/acces/acteur'
import { echeanceDAide, peutDemanderAide, type RefusDAide } from '#domain/demande-en-ligne/aide'
import { ok, type Result } from '#domain/result'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { aideDe } from '#infra/stores/demande-en-ligne/aide'
import { tenirDemande } from '#infra/stores/demande-en-ligne/demande-en-ligne'

type Fait = Promise<Result<undefined, RefusDAide>>
type Tenue = Awaited<ReturnType<typeof tenirDemande>>

/** One act of a member on the help that is asked for: `faire` changes it, and the journal says so; where it gives false there is nothing to do. */
const surLAide = (
  { db, now }: Deps,
  demandeur: Demandeur,
  { id, acte }: { id: string; acte: 'demanderAide' | 'fermerAide' },
  faire: (tx: Tx, tenue: Tenue, le: Date) => Promise<boolean>,
): Fait =>
  db.$transaction(async (tx): Fait => {
    const tenue = await tenirDemande(tx, demandeur.id, id)
    const permis = peutDemanderAide(tenue.role, tenue)
    if (!permis.ok) return permis
    const le = now()
    if (!(await faire(tx, tenue, le))) return ok()
    const detail = { campagne: tenue.campagne.code, structure: tenue.structure.nom }
    await writeJournal(tx, demandeur, { acte, objet: 'demande-en-ligne', objetId: id, detail, le })
    return ok()
  })

const fermer = (tx: Tx, demandeEnLigneId: string, le: Date) =>
  tx.aideDemandee.updateMany({ where: { demandeEnLigneId, fermeeLe: null }, data: { fermeeLe: le } })

/** A member of the structure lets officers see what is being filled in, for a week. Asked twice it is asked once. Throws NotFound. */
export const demanderAide = (deps: Deps, demandeur: Demandeur, { id }: { id: string }): Fait =>
  surLAide(deps, demandeur, { id, acte: 'demanderAide' }, async (tx, tenue, le) => {
    if (await aideDe(tx, tenue, le)) return false
    // One that is over by its day makes room for the next.
    await fermer(tx, id, le)
    await tx.aideDemandee.create({
      data: {
        ...{ demandeEnLigneId: id, demandeeLe: le, demandeePar: nomDActeur(demandeur), echeance: echeanceDAide(le) },
      },
      select: { id: true },
    })
    return true
  })

/** Officers see it no more, at once. What they said of it stays with the structure. Throws NotFound. */
export const fermerAide = (deps: Deps, demandeur: Demandeur, { id }: { id: string }): Fait =>
  surLAide(deps, demandeur, { id, acte: 'fermerAide' }, async (tx, tenue, le) => {
    if (!(await aideDe(tx, tenue, le))) return false
    await fermer(tx, id, le)
    return true
  })
