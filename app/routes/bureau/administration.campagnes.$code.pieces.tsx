import { Alert } from '@mui/material'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { z } from 'zod'
import { isCodePiece } from '#domain/piece/piece'
import { motifsDesRegles, reglesParDefaut } from '#domain/piece/regles-validite'
import { LIBELLE_REFUS_LIGNE, LIBELLE_REFUS_PUBLICATION } from '#libelles/campagne/exigence'
import { ApercuParams, exigencesCampagne } from '#queries/campagne/exigences-campagne'
import { ExigencesApercu } from '#ui/campagne/exigences-apercu'
import { ExigencesLigne } from '#ui/campagne/exigences-ligne'
import { ExigencesMatrice } from '#ui/campagne/exigences-matrice'
import { ExigencesVersions } from '#ui/campagne/exigences-versions'
import { abandonnerExigences } from '#usecases/campagne/abandonner-exigences'
import { modifierExigences } from '#usecases/campagne/modifier-exigences'
import { publierExigences } from '#usecases/campagne/publier-exigences'
import { agentAction, agentLoader } from '#web/agent-route'
import { deps } from '#web/deps'
import { lireLigne } from '#web/ligne-exigences'
import { searchParams } from '#web/params'
import { redirectWithToast } from '#web/toast'

export const loader = agentLoader('campagne.regler', async ({ params, request }) => {
  const demandes = searchParams(request)
  const apercu = ApercuParams.parse(demandes)
  const exigences = await exigencesCampagne(deps.db, params.code ?? '', apercu, deps.now())
  return { ...exigences, demandes, genre: apercu.genre }
})

const Acte = z.object({ intent: z.enum(['publier', 'abandonner']), version: z.coerce.number().int().min(0) })

export const action = agentAction(async ({ agent, params, request }) => {
  const campagne = params.code ?? ''
  const adresse = `/administration/campagnes/${campagne}/pieces`
  const form = await request.formData()
  const acte = Acte.safeParse(Object.fromEntries(form))
  if (acte.success) {
    const publier = acte.data.intent === 'publier'
    const answer = await (publier ? publierExigences : abandonnerExigences)(deps, agent, { campagne, ...acte.data })
    if (!answer.ok) return { erreur: LIBELLE_REFUS_PUBLICATION[answer.reason], ligne: false }
    const texte = publier ? 'Version publiée.' : 'Préparation abandonnée.'
    return redirectWithToast(adresse, { texte, genre: 'success' })
  }
  const { lignes } = await exigencesCampagne(deps.db, campagne, ApercuParams.parse({}), deps.now())
  const lue = lireLigne(form, lignes)
  if (!lue) return { erreur: 'Cette ligne n’a pas pu être lue\u00a0: rechargez la page.', ligne: true }
  const answer = await modifierExigences(deps, agent, { campagne, ...lue })
  if (!answer.ok) return { erreur: LIBELLE_REFUS_LIGNE[answer.reason], ligne: true }
  return redirectWithToast(adresse, { texte: 'Ligne enregistrée dans la version en préparation.', genre: 'success' })
})

export default function PiecesCampagne() {
  const { enVigueur, brouillon, lignes, differences, apercu, sousUneAutre, demandes, genre } =
    useLoaderData<typeof loader>()
  const refus = useActionData<typeof action>()
  const [params] = useSearchParams()
  const choisie = params.get('ligne')
  const [genreChoisi = '', code = ''] = (choisie ?? '').split('/')
  const ligne = lignes.find((l) => l.genre === genreChoisi && l.code === code) ?? null
  const regles = ligne?.regles ?? reglesParDefaut(code)
  const changees = new Set(differences.map((d) => `${d.genre}/${d.code}`))
  return (
    <>
      {refus && !refus.ligne && <Alert severity="error">{refus.erreur}</Alert>}
      <ExigencesVersions {...{ enVigueur, brouillon, differences, sousUneAutre }} />
      {isCodePiece(code) && (
        <ExigencesLigne
          {...{ code, ligne, regles }}
          genre={genreChoisi}
          motifs={ligne?.motifs ?? motifsDesRegles(regles)}
          version={brouillon?.version ?? null}
          erreur={refus?.ligne ? refus.erreur : null}
        />
      )}
      <ExigencesMatrice lignes={lignes} changees={changees} choisie={choisie} />
      <ExigencesApercu
        lignes={apercu}
        demandes={demandes}
        genre={genre}
        version={brouillon ? `version ${brouillon.numero} en préparation` : 'version en vigueur'}
      />
    </>
  )
}
