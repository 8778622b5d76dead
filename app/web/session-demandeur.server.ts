import { redirect } from '@remix-run/node'
import type { Demandeur } from '#domain/acces/acteur'
import { DUREE_ETAPE_MS, type Entree } from '#domain/demandeur/second-facteur'
import { demandeurDeSession, demandeurDUnePageSeule } from '#infra/stores/demandeur/session-demandeur'
import { deps } from '#web/deps'
import { ACCUEIL } from '#web/extranet'
import { temoinDe } from '#web/temoin'

const HEURE_MS = 60 * 60 * 1000

/** The sessions of demandeurs: their cookie is sent to the extranet alone, and opens nothing of the bureau. */
export const demandeurs = temoinDe({
  cookie: 'mcei_extranet',
  path: '/extranet',
  dureeMs: 12 * HEURE_MS,
  creer: (demandeurId, { vuLe, ...session }, jetonProConnect) =>
    deps.db.sessionDemandeur.create({ data: { ...session, vuLe, creeLe: vuLe, demandeurId, jetonProConnect } }),
  finir: (id) => deps.db.sessionDemandeur.deleteMany({ where: { id } }),
})

/** The sign-ins whose password was right and that wait for a code: a cookie of their own, which opens nothing. */
export const etapes = temoinDe({
  cookie: 'mcei_extranet_etape',
  path: '/extranet',
  dureeMs: DUREE_ETAPE_MS,
  creer: (demandeurId, { id, expireLe }, jetonProConnect) =>
    deps.db.etapeDeConnexion.create({ data: { id, expireLe, demandeurId, jetonProConnect } }),
  finir: (id) => deps.db.etapeDeConnexion.deleteMany({ where: { id } }),
})

/** The session of this request, while it lives: what its provider of identity gave of it. */
export async function sessionDe(request: Request): Promise<{ jetonProConnect: string | null } | null> {
  const id = await demandeurs.id(request)
  return id ? deps.db.sessionDemandeur.findUnique({ where: { id }, select: { jetonProConnect: true } }) : null
}

/** The signed-in demandeur of this request, or null. `deSoiMeme`: the page asks it by itself, and nobody is there for it. */
export async function trouverDemandeur(request: Request, { deSoiMeme = false } = {}): Promise<Demandeur | null> {
  const session = await demandeurs.id(request)
  if (!session) return null
  return (deSoiMeme ? demandeurDUnePageSeule : demandeurDeSession)(deps.db, session, deps.now())
}

/** Signs this demandeur in; where a code is still to be given, sends to where it is, signed in to nothing. A session gets a token of its own, whatever the browser held. */
export async function entrerDemandeur(
  request: Request,
  { demandeurId, secondFacteur, jetonProConnect }: Entree,
): Promise<Response> {
  if (secondFacteur)
    return redirect('/extranet/connexion/code', {
      headers: { 'Set-Cookie': await etapes.ouvrir(demandeurId, request, jetonProConnect) },
    })
  const headers = new Headers({ 'Set-Cookie': await demandeurs.ouvrir(demandeurId, request, jetonProConnect) })
  if (await etapes.id(request)) headers.append('Set-Cookie', await etapes.fermer(request))
  return redirect(ACCUEIL, { headers })
}
