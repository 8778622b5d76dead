import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { MAX_OCTETS } from '#domain/piece/depot'
import { adresseDeposee, adresseDeposeeSansLeFichier } from '#libelles/demande-en-ligne/demande-en-ligne'
import { REFUS_D_ENVOI, REFUS_DE_PIECE } from '#libelles/demande-en-ligne/refus-de-piece'
import { phraseDeTeleversement } from '#libelles/demande-en-ligne/refus-de-televersement'
import { piecesDeDemande } from '#queries/extranet/pieces-de-demande'
import { EtapePieces } from '#ui/extranet/demande-en-ligne/etape-pieces'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { donnerPiece } from '#usecases/demande-en-ligne/donner-piece'
import { direPresence } from '#usecases/demande-en-ligne/presence/dire-presence'
import { demandeurEnvoi, demandeurLoader, uuid } from '#web/demandeur-route'

const PARAMS = { id: uuid('demande-en-ligne') }

export const meta: MetaFunction = () => [{ title: 'Vos pièces – Demande de subvention' }]

export const loader = demandeurLoader({ params: PARAMS }, async ({ deps, demandeur, now, params }) => {
  const enCours = await piecesDeDemande(deps.db, demandeur, { ...params, now })
  if (!enCours) throw redirect(adresseDeposee(params.id))
  await direPresence(deps, demandeur, { id: params.id, etape: 'PIECES' })
  return enCours
})

export const action = demandeurEnvoi(
  { params: PARAMS, limites: { fichier: { octets: MAX_OCTETS, fichiers: 1 } } },
  async ({ deps, demandeur, params, recus, refuser }) => {
    if (!recus.ok) return refuser(REFUS_D_ENVOI[recus.reason])
    const { code = '', remplace = '' } = recus.value.textes
    const [fichier] = recus.value.fichiers
    if (!fichier) return { ...refuser(REFUS_DE_PIECE.SANS_FICHIER), code }
    const donnee = await donnerPiece(deps, demandeur, {
      ...{ ...params, code, remplace, nomFichier: fichier.nom, recue: fichier.cle },
    })
    // The page that it was sent from is no more: its words would be lost with it.
    if (!donnee.ok && donnee.reason === 'DEJA_DEPOSEE') throw redirect(adresseDeposeeSansLeFichier(params.id))
    if (!donnee.ok) return { ...refuser(phraseDeTeleversement(donnee.reason, donnee.detail)), code }
    return { soumission: { status: 'success' as const }, code }
  },
)

export default function Pieces() {
  return <EtapePieces {...useLoaderData<typeof loader>()} recue={useActionData<Reponse<{ code: string }>>()} />
}
