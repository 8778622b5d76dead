import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { MAX_OCTETS } from '#domain/piece/depot'
import { no } from '#domain/result'
import { adresseDeposee, adresseDeposeeSansLeFichier } from '#libelles/demande-en-ligne/demande-en-ligne'
import { REFUS_D_ENVOI } from '#libelles/demande-en-ligne/refus-de-piece'
import { phraseDeTeleversement } from '#libelles/demande-en-ligne/refus-de-televersement'
import { piecesDeDemande } from '#queries/extranet/pieces-de-demande'
import { EtapePieces } from '#ui/extranet/demande-en-ligne/etape-pieces'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { donnerPiece } from '#usecases/demande-en-ligne/donner-piece'
import { direPresence } from '#usecases/demande-en-ligne/presence/dire-presence'
import { recevoirEntier } from '#usecases/demande-en-ligne/recevoir-entier'
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
  async ({ deps, demandeur, params, octets, recevoir, refuser }) => {
    let code = ''
    const recu = await recevoirEntier(deps, demandeur, { ...params, octets }, async ({ id: televersement, suivre }) => {
      const recus = await recevoir(({ nom: nomFichier, textes, recu: venu }) => {
        code = textes['code'] ?? ''
        return suivre({ nomFichier, code, recu: venu })
      })
      if (!recus.ok) return no('ENVOI', REFUS_D_ENVOI[recus.reason])
      const { textes, fichiers } = recus.value
      code = textes['code'] ?? ''
      const [fichier] = fichiers
      if (!fichier) return no('SANS_FICHIER')
      const donne = { code, remplace: textes['remplace'] ?? '', nomFichier: fichier.nom }
      return donnerPiece(deps, demandeur, { ...params, ...donne, recue: fichier.cle, televersement })
    })
    const donnee = recu.ok ? recu.value : recu
    // The page that it was sent from is no more: its words would be lost with it.
    if (!donnee.ok && donnee.reason === 'DEJA_DEPOSEE') throw redirect(adresseDeposeeSansLeFichier(params.id))
    if (!donnee.ok) return { ...refuser(phraseDeTeleversement(donnee.reason, donnee.detail)), code }
    return { soumission: { status: 'success' as const }, code }
  },
)

export default function Pieces() {
  return <EtapePieces {...useLoaderData<typeof loader>()} recue={useActionData<Reponse<{ code: string }>>()} />
}
