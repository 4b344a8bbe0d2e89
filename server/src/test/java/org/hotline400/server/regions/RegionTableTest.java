package org.hotline400.server.regions;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.geocoding.PhoneNumberOfflineGeocoder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Our own table of provinces, cities and area codes, held against what the library knows.
class RegionTableTest {
    private static final RegionTable TABLE = RegionTable.own();

    /// The library has rows of two digits that swallow codes which nobody has: 033 is all Qinhuangdao to it.
    private static final Set<String> SWALLOWING = Set.of("033", "034", "058", "070");

    @Test
    void everyAreaCodeThatTheLibraryKnowsLeadsToOneOfTheCitiesItNames() {
        var compared = new ArrayList<String>();
        for (var code : possibleAreaCodes()) {
            var address = library(code);
            boolean swallowed = SWALLOWING.contains(code.substring(0, 3))
                    && TABLE.byAreaCode(code).isEmpty();
            if (address.equals("中国") || swallowed) {
                continue;
            }
            var owner = TABLE.byAreaCode(code);
            assertThat(owner).as(code + " " + address).isPresent();
            assertThat(named(address))
                    .as(code + " " + address)
                    .contains(owner.orElseThrow().adcode());
            compared.add(code);
        }
        assertThat(compared).hasSizeGreaterThanOrEqualTo(328);
    }

    private static List<String> possibleAreaCodes() {
        var codes = new ArrayList<String>(List.of("010"));
        for (int i = 20; i < 30; i++) {
            codes.add("0" + i);
        }
        for (int i = 300; i < 1_000; i++) {
            codes.add("0" + i);
        }
        return codes;
    }

    private static String library(String areaCode) {
        long national = Long.parseLong(areaCode + (areaCode.length() == 3 ? "88888888" : "8888888"));
        return PhoneNumberOfflineGeocoder.getInstance()
                .getDescriptionForValidNumber(
                        new PhoneNumber().setCountryCode(86).setNationalNumber(national), Locale.CHINESE);
    }

    /// The codes of all cities of an address such as `陕西省西安市、咸阳市`; 索县 is a county of 那曲.
    private static List<String> named(String address) {
        var adcodes = new ArrayList<String>();
        var parts = address.replace("索县", "那曲").split("、", -1);
        var province = TABLE.written(parts[0]).orElseThrow().province();
        for (var part : parts) {
            TABLE.written(part.startsWith(province) ? part : province + part)
                    .ifPresent(place -> adcodes.add(place.adcode()));
        }
        return adcodes;
    }

    @Test
    void everyCityHasACodeOfItsProvinceAndAnAreaCodeThatLeadsToItsProvince() {
        var adcodes = new HashSet<String>();
        for (var province : TABLE.provinces()) {
            assertThat(province.cities()).as(province.name()).isNotEmpty();
            for (var city : province.cities()) {
                assertThat(city.adcode()).matches("[1-6][0-9]{5}");
                assertThat(city.adcode().substring(0, 2))
                        .isEqualTo(province.place().adcode().substring(0, 2));
                assertThat(adcodes.add(city.adcode())).as(city.formal()).isTrue();
                assertThat(TABLE.byAreaCode(city.areaCode()).orElseThrow().province())
                        .as(city.formal())
                        .isEqualTo(province.name());
            }
        }
        assertThat(TABLE.provinces()).hasSize(31);
        assertThat(adcodes).hasSize(369);
    }

    @Test
    void everyCityIsFoundUnderEachOfItsNames() {
        for (var province : TABLE.provinces()) {
            for (var city : province.cities()) {
                assertThat(TABLE.city(province, city.city())).contains(city);
                assertThat(TABLE.city(province, city.formal())).contains(city);
                assertThat(TABLE.written(province.formal() + city.formal())).contains(city);
                assertThat(TABLE.byAdcode(city.adcode())).contains(city);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "深圳, 440300",
        "深圳市, 440300",
        "延边, 222400",
        "延边州, 222400",
        "延边朝鲜族自治州, 222400",
        "西双版纳, 532800",
        "大兴安岭地区, 232700",
        "锡林郭勒盟, 152500",
        "兴安盟, 152200",
        "襄樊, 420600",
        "思茅, 530800",
        "巢湖市, 340100",
        "莱芜, 370100",
        "铜仁地区, 520600",
        "神农架林区, 429021",
        "石河子, 659001",
        "克州, 653000",
        "北京市, 110000"
    })
    void aCityIsKnownWithAndWithoutItsEndingAndByFormerNames(String name, String adcode) {
        assertThat(TABLE.city(name).orElseThrow().adcode()).isEqualTo(adcode);
    }

    @ParameterizedTest
    @CsvSource({"广西, 广西", "广西壮族自治区, 广西", "广西自治区, 广西", "内蒙古自治区, 内蒙古", "新疆, 新疆", "重庆市, 重庆", "海南省, 海南"})
    void aProvinceIsKnownWithAndWithoutItsEnding(String name, String province) {
        assertThat(TABLE.province(name).orElseThrow().name()).isEqualTo(province);
    }

    @Test
    void namesThatAreNoneAreNotGuessed() {
        assertThat(TABLE.city("广州塔")).isEmpty();
        assertThat(TABLE.city("市")).isEmpty();
        assertThat(TABLE.province("广")).isEmpty();
        assertThat(TABLE.written("中国")).isEmpty();
        assertThat(TABLE.written("")).isEmpty();
        assertThat(TABLE.byAreaCode("0400")).isEmpty();
        assertThat(TABLE.byAdcode("999999")).isEmpty();
        assertThat(TABLE.byAdcode("44")).isEmpty();
    }

    @Test
    void aCountysCodeLeadsToItsCity() {
        assertThat(TABLE.byAdcode("440305").orElseThrow().city()).isEqualTo("深圳");
        assertThat(TABLE.byAdcode("310115").orElseThrow().city()).isEqualTo("上海");
        assertThat(TABLE.byAdcode("440000").orElseThrow().city()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // municipalities are their own city
        "01066668888, 北京, 北京, 110000, 010",
        "02366668888, 重庆, 重庆, 500000, 023",
        // merged networks: the first digit tells the city
        "02424168888, 辽宁, 沈阳, 210100, 024",
        "02457500000, 辽宁, 抚顺, 210400, 024",
        "02474000000, 辽宁, 铁岭, 211200, 024",
        "02442800000, 辽宁, 本溪, 210500, 024",
        "073188660000, 湖南, 长沙, 430100, 0731",
        "073128680000, 湖南, 株洲, 430200, 0731",
        "073158580000, 湖南, 湘潭, 430300, 0731",
        "02886000000, 四川, 成都, 510100, 028",
        "02838160000, 四川, 眉山, 511400, 028",
        "02826110000, 四川, 资阳, 512000, 028",
        "02933210000, 陕西, 咸阳, 610400, 029",
        "085128200000, 贵州, 遵义, 520300, 0851",
        "085133280000, 贵州, 安顺, 520400, 0851",
        // one area code for all Hainan
        "089866666666, 海南, 海口, 460100, 0898",
        "089888270000, 海南, 三亚, 460200, 0898",
        "089823320000, 海南, 儋州, 460400, 0898",
        "089862800000, 海南, '', 460000, 0898",
        // autonomous prefectures, leagues, Tibet, Xinjiang
        "04332510000, 吉林, 延边, 222400, 0433",
        "04798240000, 内蒙古, 锡林郭勒, 152500, 0479",
        "08916330000, 西藏, 拉萨, 540100, 0891",
        "08976660000, 西藏, 阿里, 542500, 0897",
        "09938120000, 新疆, 石河子, 659001, 0993",
        "09926880000, 新疆, 伊犁, 654000, 0992",
        "09372616161, 甘肃, 酒泉, 620900, 0937",
        "09376226161, 甘肃, 嘉峪关, 620200, 0937",
        // codes that were given up
        "06346110000, 山东, 济南, 370100, 0634",
        "07325850000, 湖南, 湘潭, 430300, 0732"
    })
    void aFixedLineIsWhereItsAreaCodeAndFirstDigitsSay(
            String digits, String province, String city, String adcode, String areaCode) {
        assertThat(TABLE.ofFixedLine(digits)).isEqualTo(new Region(province, city, adcode, areaCode, ""));
    }

    @Test
    void aFixedLineBehindNoAreaCodeIsUnknown() {
        assertThat(TABLE.ofFixedLine("03346666888")).isSameAs(Region.UNKNOWN);
        assertThat(TABLE.ofFixedLine("04006666888")).isSameAs(Region.UNKNOWN);
    }
}
