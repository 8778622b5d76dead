import { lireGenre } from '#domain/structure/genre'
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
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { abandonnerExigences } from '#usecases/campagne/abandonner-exigences'
import { modifierExigences } from '#usecases/campagne/modifier-exigences'
import { publierExigences } from '#usecases/campagne/publier-exigences'
import { agentAction, agentLoader } from '#web/agent-route'
import { LigneForm, lireLigne } from '#web/ligne-exigences'
import { code } from '#web/params'
import { redirectWithToast } from '#web/toast'

const ExigencesSearch = z.record(z.string(), z.string()).transform((demandes) => ({
  demandes,
  apercu: ApercuParams.parse(demandes),
}))

export const loader = agentLoader(
  { droit: 'campagne.regler', params: { code }, search: ExigencesSearch },
  async ({ deps, now, params, search: { demandes, apercu } }) => {
    const exigences = await exigencesCampagne(deps.db, params.code, apercu, now)
    return { ...exigences, demandes, genre: apercu.genre }
  },
)

const ExigencesForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.enum(['publier', 'abandonner']), version: z.coerce.number().int().min(0) }),
  LigneForm,
])

export const action = agentAction(
  { params: { code }, form: ExigencesForm },
  async ({ agent, deps, now, params, form, refuser }) => {
    const [campagne, adresse] = [params.code, `/administration/campagnes/${params.code}/pieces`]
    if (form.intent === 'modifier') {
      const { lignes } = await exigencesCampagne(deps.db, campagne, ApercuParams.parse({}), now)
      const answer = await modifierExigences(deps, agent, { campagne, ...lireLigne(form, lignes) })
      if (!answer.ok) return refuser(LIBELLE_REFUS_LIGNE[answer.reason])
      const texte = 'Ligne enregistrée dans la version en préparation.'
      return redirectWithToast(adresse, { texte, genre: 'success' })
    }
    const [acte, fait] =
      form.intent === 'publier'
        ? [publierExigences, 'Version publiée.']
        : [abandonnerExigences, 'Préparation abandonnée.']
    const answer = await acte(deps, agent, { campagne, version: form.version })
    if (!answer.ok) return refuser(LIBELLE_REFUS_PUBLICATION[answer.reason])
    return redirectWithToast(adresse, { texte: fait, genre: 'success' })
  },
)

export default function PiecesCampagne() {
  const { enVigueur, brouillon, lignes, differences, apercu, sousUneAutre, demandes, genre } =
    useLoaderData<typeof loader>()
  const reponse = useActionData<Reponse>()
  const surLaLigne = reponse?.soumission.initialValue?.['intent'] === 'modifier'
  const [params] = useSearchParams()
  const choisie = params.get('ligne')
  const [genreDit = '', code = ''] = (choisie ?? '').split('/')
  const genreChoisi = lireGenre(genreDit)
  const ligne = lignes.find((l) => l.genre === genreChoisi && l.code === code) ?? null
  const regles = ligne?.regles ?? reglesParDefaut(code)
  const changees = new Set(differences.map((d) => `${d.genre}/${d.code}`))
  return (
    <>
      <FormErreur reponse={surLaLigne ? null : reponse} />
      <ExigencesVersions {...{ enVigueur, brouillon, differences, sousUneAutre }} />
      {genreChoisi && isCodePiece(code) && (
        <ExigencesLigne
          {...{ code, ligne, regles }}
          genre={genreChoisi}
          motifs={ligne?.motifs ?? motifsDesRegles(regles)}
          version={brouillon?.version ?? null}
          reponse={surLaLigne ? reponse : null}
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
