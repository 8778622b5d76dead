import { Button, Typography } from '@mui/material'
import type { UsageTexte } from '#domain/texte-type/texte-type'
import { LIBELLE_USAGE_TEXTE } from '#libelles/texte-type/texte-type'
import { formatInstant } from '#libelles/temps'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import { type CampagneChoisie, type TexteLu, TexteTypeForm, Vise } from '#ui/texte-type/texte-type-form'
import reglages from '#ui/kit/formulaire/reglages.module.css'
import css from '#ui/texte-type/textes-types.module.css'

type Usage = { usage: UsageTexte; textes: readonly TexteLu[] }

/** The ready words under the place where each is offered; each is changed, gone back to what it was or retired there. */
export const TextesTypes = ({
  usages,
  campagnes,
}: {
  usages: readonly Usage[]
  campagnes: readonly CampagneChoisie[]
}) => (
  <>
    {usages.map(({ usage, textes }) => (
      <section key={usage} aria-labelledby={`usage-${usage}`}>
        <Typography variant="h2" id={`usage-${usage}`} sx={{ mt: 3 }}>
          {LIBELLE_USAGE_TEXTE[usage]}
        </Typography>
        {textes.length === 0 && <p>Aucun texte.</p>}
        <ul className={reglages.liste}>
          {textes.map((texte) => (
            <li key={texte.id}>
              <details>
                <summary>
                  <strong>{texte.nom}</strong>
                  {` · ${texte.campagne || 'toutes les campagnes'}`}
                </summary>
                <TexteTypeForm
                  key={texte.version}
                  texte={texte}
                  campagnes={avecLaSienne(campagnes, texte.campagne)}
                  reponse={undefined}
                />
                <Offre texte={texte} intent="retirer" verbe="Retirer ce texte" />
                <Versions texte={texte} />
              </details>
            </li>
          ))}
        </ul>
      </section>
    ))}
  </>
)

/** The campagnes that may be chosen, and the one already chosen where it is put away. */
const avecLaSienne = (campagnes: readonly CampagneChoisie[], code: string): readonly CampagneChoisie[] =>
  code === '' || campagnes.some((une) => une.code === code) ? campagnes : [...campagnes, { code, libelle: code }]

/** Those that are offered no more. */
export const TextesRetires = ({ textes }: { textes: readonly TexteLu[] }) =>
  textes.length > 0 && (
    <section aria-labelledby="textes-retires">
      <Typography variant="h2" id="textes-retires" sx={{ mt: 3 }}>
        Retirés
      </Typography>
      <ul className={reglages.liste}>
        {textes.map((texte) => (
          <li key={texte.id}>
            <strong>{texte.nom}</strong>
            {` · ${LIBELLE_USAGE_TEXTE[texte.usage]} · ${texte.campagne || 'toutes les campagnes'}`}
            <p className={css.mots}>{texte.corps}</p>
            <Offre texte={texte} intent="remettre" verbe="Proposer de nouveau" />
          </li>
        ))}
      </ul>
    </section>
  )

function Offre({ texte, intent, verbe }: { texte: TexteLu; intent: 'retirer' | 'remettre'; verbe: string }) {
  const { id, nom, version } = texte
  const envoi = useEnvoi<Reponse>({ nom: 'texteTypeRetire', objet: id })
  return (
    <Formulaire envoi={envoi} aria-label={`${verbe}\u00a0: ${nom}`}>
      <FormErreur reponse={envoi.data} />
      <input type="hidden" name="intent" value={intent} />
      <Vise id={id} version={version} />
      <Button type="submit" size="small" disabled={envoi.state !== 'idle'} aria-label={`${verbe}\u00a0: ${nom}`}>
        {verbe}
      </Button>
    </Formulaire>
  )
}

/** What the words were before, who wrote them and when; each is come back to by writing it again. */
const Versions = ({ texte }: { texte: TexteLu }) =>
  texte.versions.length > 1 && (
    <details>
      <summary>Versions</summary>
      <ol className={reglages.liste}>
        {texte.versions.map((une, rang) => (
          <li key={une.numero}>
            {`${formatInstant(une.creeLe)}, ${une.agent}${rang === 0 ? ' (proposée)' : ''}\u00a0: ${une.nom}`}
            <p className={css.mots}>{une.corps}</p>
            {rang > 0 && <Reprendre texte={texte} version={une} />}
          </li>
        ))}
      </ol>
    </details>
  )

function Reprendre({ texte, version }: { texte: TexteLu; version: TexteLu['versions'][number] }) {
  const envoi = useEnvoi<Reponse>({ nom: 'texteTypeRepris', objet: `${texte.id} ${version.numero}` })
  const repris = { intent: 'modifier', campagne: texte.campagne, nom: version.nom, corps: version.corps }
  return (
    <Formulaire envoi={envoi} aria-label={`Reprendre la version ${version.numero} de ${texte.nom}`}>
      <FormErreur reponse={envoi.data} />
      {Object.entries(repris).map(([nom, valeur]) => (
        <input key={nom} type="hidden" name={nom} value={valeur} />
      ))}
      <Vise {...texte} />
      <Button type="submit" size="small" disabled={envoi.state !== 'idle'}>
        Reprendre cette version
      </Button>
    </Formulaire>
  )
}
