import { expect, test } from 'vitest'
import { adressesDeReponse } from '#domain/courriel/expediteur'

test.each([
  ['', ['mcei@exemple.test']],
  ['jumelages@exemple.test', ['mcei@exemple.test', 'jumelages@exemple.test']],
  ['MCEI+jumelages@exemple.test', ['MCEI+jumelages@exemple.test']],
  ['mcei@ailleurs.test', ['mcei@exemple.test', 'mcei@ailleurs.test']],
])('answers to %j come to our own box whatever the campagne says', (reponseA, adresses) => {
  expect(adressesDeReponse(reponseA, 'mcei@exemple.test')).toEqual(adresses)
})
